/** How the parts of a paper begin that are no XML, by their ending, in hexadecimal; a font is scrambled and begins in any way. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  png: ["89504e47"],
  jpg: ["ffd8ff"],
  jpeg: ["ffd8ff"],
  jfif: ["ffd8ff"],
  gif: ["47494638"],
  bmp: ["424d"],
  tif: ["49492a00", "4d4d002a"],
  tiff: ["49492a00", "4d4d002a"],
  wdp: ["4949bc"],
  emf: ["01000000"],
  wmf: ["d7cdc69a", "01000900", "02000900"],
  odttf: [""],
};
/** Programs, archives, old Office files, scripts and pages. */
const foreign = ["4d5a", "504b03", "d0cf11e0", "7f454c46", "2321", "3c", "7b5c727466", "25504446"];
const printerSettings = /(^|\/)printerSettings\d*\.bin$/i;

/** Whether a part of a paper is the picture or the font that its ending says, or the settings of a printer. */
export function isMedia(name: string, data: Buffer): boolean {
  const start = data.toString("hex", 0, 8);
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const begins = printerSettings.test(name) ? [""] : Object.hasOwn(beginnings, ending) ? beginnings[ending] : [];
  return (begins ?? []).some((each) => start.startsWith(each)) && !foreign.some((each) => start.startsWith(each));
}
