import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type PageGroup, shipped } from "./shipped";

const root = path.resolve(import.meta.dirname, "../..");
const app = path.join(root, "app");

/** Entry files of each group of pages; pages shown in either frame belong to both. */
const starts: Record<PageGroup, string[]> = {
  public: ["(public)", "layout.tsx", "error.tsx", "not-found.tsx", "page.tsx", "n"],
  link: ["(link)"],
  paper: ["(paper)"],
  phone: ["(phone)", "(own)"],
  desk: ["(desk)"],
  office: ["(office)", "(own)"],
};

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .flatMap((name) => filesIn(path.join(place, name)))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."));
}

function found(from: string, wanted: string): string | undefined {
  const place = wanted.startsWith("@/") ? path.join(root, wanted.slice(2)) : path.resolve(path.dirname(from), wanted);
  return [place, `${place}.ts`, `${place}.tsx`].find((file) => existsSync(file) && statSync(file).isFile());
}

/** All files of `app` imported, statically or dynamically, types left out. Another group's frame counts only through its own layout. */
function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file; file = open.pop()) {
    if (reached.has(file) || !file.startsWith(app)) continue;
    reached.add(file);
    const imports = readFileSync(file, "utf8").matchAll(
      /(?:^(?:import|export) (?!type)[^;]*?from |\bimport\()"([@.][^"]+)"/gms,
    );
    for (const [, wanted = ""] of imports) {
      const next = found(file, wanted);
      if (next && !/\/\(\w+\)\/layout\.tsx$/.test(next)) open.push(next);
    }
  }
  return reached;
}

describe.each(Object.keys(shipped) as PageGroup[])("words shipped with the pages of %s", (group) => {
  it("are those its components read, none missing and none idle", () => {
    const pages = starts[group].flatMap((place) => filesIn(path.join(app, place)));
    expect(pages.length).toBeGreaterThan(0);
    const read = new Set<string>();
    for (const file of reachedFrom(pages))
      for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/useTranslations\(\s*"([A-Za-z]+)/g))
        read.add(name);
    const names: readonly string[] = shipped[group];
    expect([...read].filter((name) => !names.includes(name)).sort()).toEqual([]);
    const always = ["frame", "ui", "problems"];
    expect(names.filter((name) => !read.has(name) && !always.includes(name))).toEqual([]);
  });
});
