/** Ends with one clear sentence when this Node is too old. Imported before anything else. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`✗ This is Node ${process.versions.node}; version 20.19 or newer is needed (https://nodejs.org).`);
  process.exit(1);
}
