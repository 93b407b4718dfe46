// Bundles the page into src/briefgraph/web/static/graphiql: one .html, one .js, one .css and the licences.
//
// `node build.mjs` after `npm ci`; `make setup` does both. It writes the folder whole or leaves the old one.

import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const operationsFolder = join(here, "..", "schema", "operations");
const output = join(here, "..", "src", "briefgraph", "web", "static", "graphiql");
const unfinished = `${output}.unfinished`;

/** The default tabs: each NAME.graphql, by name. A folder that is not there or empty gives none. */
async function operations() {
  const names = await readdir(operationsFolder).catch(() => []);
  const wanted = names.filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(wanted.map(async (name) => ({ query: await readFile(join(operationsFolder, name), "utf8") })));
}

const operationsModule = {
  name: "operations",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^briefgraph:operations$/ }, () => ({ path: "operations", namespace: "briefgraph" }));
    onLoad({ filter: /.*/, namespace: "briefgraph" }, async () => ({
      contents: JSON.stringify(await operations()),
      loader: "json",
    }));
  },
};

// GraphiQL's stylesheet carries 360 kB of fonts as data: addresses, which a strict content policy refuses.
const withoutFonts = {
  name: "without-fonts",
  setup({ onLoad }) {
    onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    }));
  },
};

/** The text of the licence of each package that the bundle holds a part of. */
async function licences(inputs) {
  const packages = new Set();
  for (const input of Object.keys(inputs)) {
    const found = input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/);
    if (found) packages.add(join(here, relative(here, found[0])));
  }
  const texts = [...packages].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(join(folder, file), "utf8") : `Licence: ${license}\n`;
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

process.chdir(here);
await rm(unfinished, { recursive: true, force: true });
await mkdir(unfinished, { recursive: true });
const { metafile } = await build({
  entryPoints: { graphiql: "src/page.jsx" },
  outdir: unfinished,
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none",
  target: "es2022",
  format: "iife",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  alias: { "react-style-singleton": "./src/no-style-elements.js" },
  plugins: [operationsModule, withoutFonts],
  logLevel: "warning",
});
await copyFile("src/index.html", join(unfinished, "index.html"));
await writeFile(join(unfinished, "licences.txt"), await licences(metafile.inputs));
await rm(output, { recursive: true, force: true });
await rename(unfinished, output);
