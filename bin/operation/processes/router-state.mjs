/** Loaded into the web process, which starts once the packages are there. */
const { parseAndValidateFlightRouterState: read } = await import(
  "next/dist/server/app-render/parse-and-validate-flight-router-state.js"
);

/**
 * Whether the page that a browser says it shows is written as Next's own router writes it; Next answers everything else with 500.
 * @param {string | string[] | undefined} header next-router-state-tree
 */
export function isRouterState(header) {
  try {
    read(header);
    return true;
  } catch {
    return false;
  }
}
