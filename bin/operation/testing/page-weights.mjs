import { scriptWeights } from "../checkout/script-weights.mjs";
import { Fault } from "../console/fault.mjs";

/**
 * The most KiB of scripts, as they travel, before a page works. Next and React are 130 of them. A page is bound by the
 * most exact name that it begins with; where one grows beyond its bound, something came into it that a page needs only
 * when somebody uses it (`useFirstUse`, `useLater`).
 */
const mostKiB = {
  "": 150,
  "(public)": 172,
  "(paper)": 149,
  // The one paper that is made and revoked where it is shown.
  "(paper)/disputes/[disputeId]/slip": 159,
  "(phone)": 170,
  "(phone)/my-record": 164,
  "(phone)/my-notices": 168,
  "(own)": 178,
  "(own)/consultations": 172,
  "(office)": 199,
  "(office)/today": 165,
  "(office)/overview": 169,
  "(desk)": 214,
};

/**
 * Refuses a build in which a page carries more scripts than its bound.
 * @param {string} [folder] of the build
 * @returns {string} what was weighed
 */
export function checkPageWeights(folder) {
  const weights = scriptWeights(folder).filter(({ page }) => !page.startsWith("_global"));
  const tooHeavy = weights.flatMap(({ page, bytes }) => {
    const most = boundOf(page);
    return bytes > most * 1024
      ? [`${page} carries ${(bytes / 1024).toFixed(1)} KiB of scripts; ${most} is the most`]
      : [];
  });
  if (tooHeavy.length) throw new Fault(tooHeavy.join("\n"));
  const [heaviest] = weights;
  if (!heaviest) throw new Fault("the build has no pages");
  return `${weights.length} pages, the heaviest ${heaviest.page} with ${(heaviest.bytes / 1024).toFixed(0)} KiB of scripts`;
}

/** @param {string} page @returns {number} KiB */
function boundOf(page) {
  const [, most = 0] = Object.entries(mostKiB).reduce((best, one) =>
    page.startsWith(one[0]) && one[0].length > best[0].length ? one : best,
  );
  return most;
}
