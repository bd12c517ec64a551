// @ts-check
// How a v-motion moves in time: its `transition` as options of the browser's own animations.

/** @typedef {Record<string, any>} Transition */

/**
 * The course of a spring from 0 to 1, followed in steps of 1/60 s, as a CSS easing.
 * @param {Transition} spring
 */
const springTiming = ({ stiffness = 500, damping = 25, mass = 1 }) => {
  const course = [0];
  let at = 0;
  let speed = 0;
  while (course.length < 300 && (Math.abs(1 - at) > 0.002 || Math.abs(speed) > 0.05)) {
    for (let step = 0; step < 8; step += 1) {
      speed += ((stiffness * (1 - at) - damping * speed) / mass) * (1 / 480);
      at += speed * (1 / 480);
    }
    course.push(Math.round(at * 1000) / 1000);
  }
  return { duration: (course.length * 1000) / 60, easing: `linear(${course.join()},1)` };
};

/** @param {unknown} ease a name or four numbers */
const easingOf = (ease) => {
  if (Array.isArray(ease) && ease.length === 4) return `cubic-bezier(${ease})`;
  return { linear: "linear", easeIn: "ease-in", easeOut: "ease-out" }[String(ease)] ?? "ease-in-out";
};

/**
 * @param {string} key what moves: "x", "opacity", ...
 * @param {Transition} given
 * @returns {KeyframeAnimationOptions}
 */
export const timingOf = (key, given) => {
  const { type, stiffness, damping, duration, ease, delay, repeat, repeatType } = { ...given, ...given[key] };
  const isPlain = /opacity|color|fill|stroke/i.test(key);
  const isSpring = type === "spring" || stiffness || damping;
  const isTimed = !isSpring && (type || duration || ease || isPlain);
  const plain = { duration: duration ?? (isPlain ? 300 : 800), easing: isPlain && !ease ? "linear" : easingOf(ease) };
  const own = key.startsWith("scale") ? { stiffness: 550, damping: 30 } : {};
  return {
    ...(isTimed ? plain : springTiming({ ...own, ...given, ...given[key] })),
    delay: delay ?? 0,
    fill: "backwards",
    iterations: 1 + (Number(repeat) || 0),
    direction: /mirror|reverse/.test(repeatType) ? "alternate" : "normal",
  };
};
