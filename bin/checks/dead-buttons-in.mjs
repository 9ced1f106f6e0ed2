/** Up to the end of its props, whose values hold elements and functions of their own. */
const opening = /<(?:Button|NeedsButton|button)\b((?:[^<>{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)>/g;

/**
 * Where the button that carries a form's act is switched off: nobody learns what is missing. `NeedsButton` and `useMissing` say it and
 * go there. Before the script has come a button may be off (`useMounted`), and where its foot bar says why in a sentence.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line each
 */
export function deadButtonsIn(file, text) {
  const saysWhy = /useMounted\(|<FootBar\b[^>]*note=/s.test(text);
  if (saysWhy) return [];
  return [...text.matchAll(opening)].flatMap(({ 1: props = "", index }) =>
    /(?<![-\w])disabled\b/.test(props) && /variant="go"|type="submit"/.test(props)
      ? [
          `${file}:${text.slice(0, index).split("\n").length}: a main button that is switched off: NeedsButton says what is missing`,
        ]
      : [],
  );
}
