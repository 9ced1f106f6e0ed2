// Judges files in a process of its own, one after the other: name and bytes come in, the fault or nothing goes out.
import { serveUnits } from "../../kernel/serve-units.mjs";
import { judgeContent } from "./judge-content";

await serveUnits(async (name, bytes) => (await judgeContent(name, bytes)) ?? "");
