/** @typedef {{ passed: number, failed: number }} Count */

/** Adds up what the suites counted. */
export function tally() {
  let passed = 0;
  let failed = 0;
  return {
    /** @param {Count} count */
    add(count) {
      passed += count.passed;
      failed += count.failed;
    },
    get failed() {
      return failed;
    },
    /** The one line everything ends with; its form is a contract. */
    line: () => `${passed} passed, ${failed} failed`,
  };
}
