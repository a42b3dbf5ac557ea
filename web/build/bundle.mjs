// One entry and all it imports as one classic script, minified, with the style sheet
// it asked for. Classic, because a module script does not start from the disk.

import { minify } from 'terser';
import { build } from 'vite';
import { oneShape } from './one_shape.mjs';

// By a thirtieth smaller than what esbuild makes, when packed.
const smallest = { ecma: 2020, compress: { passes: 3 }, format: { comments: false } };

// Indentation inside a template would travel to every visitor and mean nothing, and so
// would a row for each attribute, and what stands around a block.
const blocks = '(?:p|div|ul|ol|li|section|dl|dt|dd|h[1-4]|t[rdh]|table|thead|tbody|dialog|nav)';
const spaces = [
  [/\n\s+/g, '\n'],
  [/\n(?=[@?.\w-]+=["$])/g, ' '],
  [new RegExp(`\\n(?=>|</?${blocks}\\b)`, 'g'), ''],
];
const unindented = {
  name: 'unindented',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/(views|page)\//.test(id)
      ? { code: spaces.reduce((text, [from, to]) => text.replace(from, to), code), map: null }
      : null,
};

export async function bundle(entry, name, define = {}) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [unindented, oneShape],
    esbuild: { legalComments: 'none' }, // web/notices.txt has them
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: smallest,
      cssMinify: 'esbuild',
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      reportCompressedSize: false,
      lib: { entry, name, formats: ['iife'], fileName: name, cssFileName: name },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((each) => each.output);
  const script = output.find((each) => each.type === 'chunk').code.trim();
  const sheet = output.find((each) => each.fileName.endsWith('.css'));
  return { script, style: sheet?.source.toString().trim() ?? '' };
}

// For a script that is put together from parts, and that nothing else runs with.
export async function minified(script) {
  const { code } = await minify(script, { ...smallest, toplevel: true });
  return code.trim();
}
