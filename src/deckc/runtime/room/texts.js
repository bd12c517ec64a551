// @ts-check
// The words of the interface: English, Chinese, Japanese, by the browser's language.

/** @type {Record<string, [string, string, string]>} */
const TEXTS = {
  fullscreen: ["Toggle fullscreen", "切换全屏", "全画面"],
  prev: ["Previous click", "上一步", "前のクリック"],
  next: ["Next click", "下一步", "次のクリック"],
  prevSlide: ["Previous slide", "上一张", "前のスライド"],
  nextSlide: ["Next slide", "下一张", "次のスライド"],
  overview: ["Overview", "概览", "一覧"],
  goto: ["Go to slide", "跳转到幻灯片", "スライドへ移動"],
  dark: ["Dark mode", "深色模式", "ダークモード"],
  draw: ["Draw", "画笔", "描画"],
  laser: ["Laser pointer", "激光笔", "レーザーポインター"],
  zoom: ["Zoom into a region", "放大区域", "範囲を拡大"],
  black: ["Black screen", "黑屏", "黒い画面"],
  white: ["White screen", "白屏", "白い画面"],
  presenter: ["Presenter view", "演讲者视图", "発表者ビュー"],
  play: ["Slides", "放映", "スライド"],
  audience: ["Open the slides in a window", "在新窗口中放映", "スライドを別ウィンドウで開く"],
  remote: ["Remote control", "遥控器", "リモコン"],
  notes: ["Notes", "备注", "ノート"],
  print: ["Print, or save as PDF", "打印或存为 PDF", "印刷・PDF 保存"],
  record: ["Record", "录制", "録画"],
  stopRecording: ["Stop recording", "停止录制", "録画を停止"],
  camera: ["Camera", "摄像头", "カメラ"],
  awake: ["Keep the screen awake", "保持屏幕常亮", "画面を点けたままにする"],
  help: ["Keys", "快捷键", "キー一覧"],
  menu: ["More", "更多", "その他"],
  close: ["Close", "关闭", "閉じる"],
  nextIs: ["Next", "接下来", "次"],
  click: ["click", "点击", "クリック"],
  clicks: ["Clicks", "步骤", "クリック"],
  slide: ["slide", "幻灯片", "スライド"],
  slides: ["Slides", "幻灯片", "スライド"],
  end: ["End of the talk", "放映结束", "発表の終わり"],
  noNotes: ["No notes for this slide", "此页没有备注", "このスライドにノートはありません"],
  larger: ["Larger text", "放大文字", "文字を大きく"],
  smaller: ["Smaller text", "缩小文字", "文字を小さく"],
  edit: ["Edit the note", "编辑备注", "ノートを編集"],
  save: ["Save", "保存", "保存"],
  cancel: ["Cancel", "取消", "キャンセル"],
  layout: ["Arrange the panes", "切换布局", "配置を変える"],
  resize: ["Resize the panes", "调整窗格大小", "ペインの大きさ"],
  start: ["Start the timer", "开始计时", "タイマー開始"],
  pause: ["Pause the timer", "暂停计时", "タイマー一時停止"],
  reset: ["Reset the timer", "重置计时", "タイマーをリセット"],
  timer: ["Timer", "计时", "タイマー"],
  clock: ["Time of day", "时间", "時刻"],
  search: ["Number, title or words…", "页码、标题或文字…", "番号・題名・本文…"],
  found: ["found", "个结果", "件"],
  words: ["words", "词", "語"],
  stylus: ["Pen", "画笔", "ペン"],
  line: ["Line", "直线", "直線"],
  arrow: ["Arrow", "箭头", "矢印"],
  rectangle: ["Rectangle", "矩形", "四角形"],
  ellipse: ["Ellipse", "椭圆", "楕円"],
  eraser: ["Eraser", "橡皮", "消しゴム"],
  undo: ["Undo", "撤销", "元に戻す"],
  redo: ["Redo", "重做", "やり直す"],
  clear: ["Clear the slide's drawing", "清除本页绘图", "描画を消去"],
  width: ["Width", "粗细", "太さ"],
  color: ["Colour", "颜色", "色"],
  rejoin: ["Rejoin the speaker", "回到演讲者", "発表者に戻る"],
  offline: ["Not connected", "未连接", "未接続"],
  people: ["watching", "人在观看", "人が視聴中"],
  password: ["Password", "密码", "パスワード"],
  enter: ["Enter", "进入", "入る"],
  moving: ["Move", "翻页", "移動"],
  showing: ["Show", "显示", "表示"],
  drawing: ["While drawing", "绘图时", "描画中"],
  dragging: ["Drag to move; arrow keys too", "拖动或用方向键移动", "ドラッグまたは矢印キーで移動"],
  failed: ["That could not be saved", "无法保存", "保存できませんでした"],
  withCamera: ["with the camera", "包括摄像头", "カメラも録画"],
  frameRate: ["Frames a second", "帧率", "フレームレート"],
  height: ["Lines", "分辨率", "解像度"],
  startRecording: ["Start recording", "开始录制", "録画を開始"],
  noRecording: ["This browser does not record", "此浏览器无法录制", "このブラウザーでは録画できません"],
  size: ["Size", "大小", "大きさ"],
};

const LANGUAGES = ["en", "zh", "ja"];

/**
 * @param {readonly string[]} wanted the browser's languages, best first
 * @returns {{language: string, t: (key: string) => string}}
 */
export const createTexts = (wanted) => {
  const language = wanted.map((name) => name.slice(0, 2).toLowerCase()).find((name) => LANGUAGES.includes(name)) ?? "en";
  const at = LANGUAGES.indexOf(language);
  return { language, t: (key) => TEXTS[key]?.[at] ?? key };
};
