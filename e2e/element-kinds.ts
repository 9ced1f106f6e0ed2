/**
 * The kinds of elements on a page, as numbers. Two elements are of one kind when nothing on which a rule of axe depends
 * differs: tag, role, classes, colours, states, whether it has a name and words, that what it refers to exists, and all
 * of this of every element around it. The order of headings, the number of each landmark and repeated ids are kinds too.
 * Runs in the browser, so it may use nothing from outside.
 */
export function elementKinds(): number[] {
  const kinds = new Set<number>();
  const hash = (text: string, seed: number): number => {
    let sum = seed;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
    return sum;
  };
  const naming = /^(aria-(label|description|valuetext|roledescription|placeholder)|title|alt|lang|value|placeholder)$/;
  const pointing = /^(for|aria-(labelledby|describedby|controls|owns|activedescendant|errormessage|details))$/;
  const varying = /^(id|href|src|srcset|d|x|y|cx|cy|name|action|nonce|content|datetime|aria-value(now|min|max))$/;
  const isFound = (value: string) => value.split(/\s+/).every((id) => document.getElementById(id) !== null);
  const attribute = ({ name, value }: Attr): string => {
    if (name === "class") return [...value.split(/\s+/)].filter((one) => !one.startsWith("__m__")).join(" ");
    // Lengths differ from row to row; colours and what is hidden do not.
    if (name === "style") return value.replace(/-?[\d.]+(px|%|r?em|m?s|deg|vh|vw)/g, "");
    if (naming.test(name)) return `${name}=${value.trim() !== ""}`;
    if (pointing.test(name)) return `${name}=${isFound(value)}`;
    if (varying.test(name)) return name;
    return `${name}=${value.replace(/\d+/g, "#")}`;
  };
  const ofElement = (element: Element, around: number): number => {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    const words = own ? "own" : element.textContent?.trim() ? "inside" : "none";
    const attributes = [...element.attributes].map(attribute).sort().join(";");
    return hash(`${element.localName} ${words} ${attributes}`, around);
  };
  const walk = (element: Element, around: number): void => {
    const kind = ofElement(element, around);
    kinds.add(kind);
    // What draws an icon is of no account to axe; only the icon itself is.
    if (element.localName !== "svg") for (const child of element.children) walk(child, kind);
  };
  walk(document.documentElement, 7);

  const among = (text: string) => kinds.add(hash(text, 13));
  let before = "start";
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")) {
    const level = heading.getAttribute("aria-level") ?? heading.localName;
    among(`heading ${before} ${level}`);
    before = level;
  }
  const landmarks = "main, nav, header, footer, aside, section, form, [role=region], [role=dialog], [role=search]";
  const named = [...document.querySelectorAll(landmarks)].map((one) => `${one.localName} ${one.ariaLabel ?? ""}`);
  for (const name of named)
    among(`landmark ${name.replace(/\d+/g, "#")} ${named.filter((one) => one === name).length}`);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size < ids.length) among(`repeated ids ${ids.length - new Set(ids).size}`);
  among(`title ${document.title.trim() !== ""}`);
  return [...kinds];
}
