// Writes the checked-in samples (data/samples) and golden reports (tests/golden) anew.
//   node tests/samples/write_samples.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { goldenReports, samples } from './golden.mjs';

const SAMPLES = new URL('../../data/samples/', import.meta.url);
const GOLDEN = new URL('../golden/', import.meta.url);
mkdirSync(GOLDEN, { recursive: true });
for (const [name, bytes] of Object.entries(samples())) writeFileSync(new URL(name, SAMPLES), bytes);
for (const [name, bytes] of Object.entries(goldenReports()))
  writeFileSync(new URL(name, GOLDEN), bytes);
