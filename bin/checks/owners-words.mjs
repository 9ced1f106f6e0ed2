const imported = /import\s*\{[^}]*\bdatabase\b[^}]*\}\s*from\s*"[^"]*\bdb\/client"/;
const address = /\bDATABASE_URL\b/;

/**
 * Where a file of the product asks for the owner's connection.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function ownersWords(file, text) {
  const faults = [];
  if (imported.test(text))
    faults.push(
      `${file}: database() is the owner's connection, which web and worker do not have: asActor, or systemDatabase() where nobody is known yet`,
    );
  if (address.test(text)) faults.push(`${file}: web and worker have no DATABASE_URL (docs/adr/0002)`);
  return faults;
}
