// @ts-check
// Makes the real elements of stand-ins: `<dc-el data-dc-tag="p">` is a `<p>` that holds what the HTML parser would
// not have left in one.

/** @param {Element} standIn */
const restore = (standIn) => {
  const element = document.createElement(standIn.getAttribute("data-dc-tag") ?? "div");
  for (const { name, value } of [...standIn.attributes]) {
    if (name !== "data-dc-tag") element.setAttribute(name, value);
  }
  element.append(...standIn.childNodes);
  standIn.replaceWith(element);
};

/** @param {ParentNode} root */
export const restoreElements = (root) => {
  for (const template of root.querySelectorAll("template")) restoreElements(template.content);
  for (const standIn of root.querySelectorAll("dc-el")) restore(standIn);
};
