import { sourceFiles, textOf } from "./source-files.mjs";

/** What draws a dialog; the files of these pass on what they are given, so whoever uses them draws it. */
const drawing = /<(?:Dialog|ActDialog|FullScreen|ReasonActDialog|ReasonDialog|Modal\.Root|dialog)(?=[\s>])/g;
const passing = /^app\/(?:_ui\/dialogs\/|_(?:admin|invitations)\/reason-dialog\.tsx$)/;
/** Dialogs that need a story around them, and the journey that opens each. */
const elsewhere = {
  "app/_frame/again-dialog.tsx": "signing-in",
  "app/_desk/panels/poll-answer.tsx": "desk-secrets",
  "app/_desk/panels/sign-facts.tsx": "desk-secrets",
  "app/_agreements/handed-round.tsx": "own-phone",
};
const opening = /file: "([^"]+)"/g;

/**
 * Every dialog is opened by a journey: `e2e/dialogs` names each file of `app` as often as it draws one. A new dialog
 * without an entry is a fault, and so is an entry without its dialog.
 */
export function dialogsOpened() {
  const drawn = new Map(
    sourceFiles(/\.tsx$/, "app")
      .filter((file) => !passing.test(file))
      .map((file) => /** @type {const} */ ([file, [...textOf(file).matchAll(drawing)].length]))
      .filter(([, count]) => count > 0),
  );
  /** @type {Map<string, number>} */
  const opened = new Map();
  for (const [file, journey] of Object.entries(elsewhere))
    opened.set(
      file,
      sourceFiles(/\.ts$/, "e2e/journeys").includes(`e2e/journeys/${journey}.spec.ts`) ? (drawn.get(file) ?? 1) : 0,
    );
  for (const file of sourceFiles(/\.ts$/, "e2e/dialogs"))
    for (const [, name = ""] of textOf(file).matchAll(opening)) {
      const path = `app/${name}.tsx`;
      opened.set(path, (opened.get(path) ?? 0) + 1);
    }
  const faults = [...new Set([...drawn.keys(), ...opened.keys()])]
    .filter((file) => (opened.get(file) ?? 0) < (drawn.get(file) ?? 1) || !drawn.has(file))
    .map((file) =>
      drawn.has(file)
        ? `${file} draws ${drawn.get(file)} dialogs, and e2e/dialogs opens ${opened.get(file) ?? 0} of them`
        : `e2e/dialogs opens a dialog of ${file}, which draws none`,
    );
  if (faults.length) throw new Error(faults.sort().join("\n"));
  return `${[...drawn.values()].reduce((sum, count) => sum + count, 0)} dialogs`;
}
