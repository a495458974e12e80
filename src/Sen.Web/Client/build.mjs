// Bundles styles and scripts into dist/, names each by its content and compresses it once, at build time.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const out = join(here, 'dist');
const scripts = readdirSync(here).filter((f) => f.endsWith('.ts'));

const bundle = await build({
  entryPoints: [join(here, 'styles/sen.css'), ...scripts.map((f) => join(here, f))],
  bundle: true, minify: true, write: false, outdir: out, target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
  format: 'esm', legalComments: 'none',
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = {};
const put = (name, body) => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const file = `${basename(name, extname(name))}.${hash}${extname(name)}`;
  manifest[name] = file;
  writeFileSync(join(out, file), body);
  writeFileSync(join(out, `${file}.gz`), gzipSync(body, { level: 9 }));
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
};
for (const file of bundle.outputFiles) put(basename(file.path), file.contents);
put('sen.svg', readFileSync(join(here, 'sen.svg')));
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
