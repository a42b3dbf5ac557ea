import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import { report } from './reports.mjs';
globalThis.__filename='/x'; globalThis.__dirname='/';globalThis.require=createRequire(import.meta.url);
async function load(dir){const f=(0,eval)(readFileSync(dir+'/parcelwise.js','utf8')+';createParcelwise');return f({wasmBinary:readFileSync(dir+'/parcelwise.wasm')});}
const M={}; for(const d of process.argv.slice(3)) M[d]=await load(d);
const rounds=Number(process.argv[2]);
for(const [kind,variant,orders] of [['unshipped-orders','jp34',200000]]){
const bytes=readFileSync(report({kind,variant,orders,encoding:'utf-8'}).path);
function run(m){ m.removeAll(); const t=performance.now(); const {report:id}=JSON.parse(m.openReport('a.txt','','').json);
 for(let o=0;o<bytes.length;o+=4<<20){const c=bytes.subarray(o,o+(4<<20));const at=m.inputBuffer(c.length);m.HEAPU8.set(c,at);m.feedReport(id,c.length);}
 const t1=performance.now();
 const q=m.closeReport(id);if(!q.ok)throw q; const t2=performance.now(); const c=m.check('2026-11-20T09:00:00+09:00','{}'); if(!c.ok)throw c; const t3=performance.now(); return [t3-t,t1-t,t2-t1,t3-t2].map(Math.round);}
const best={}; for(let i=0;i<rounds;i++) for(const d in M) {const r=run(M[d]); if(!best[d]||r[0]<best[d][0]) best[d]=r;}
console.log(kind,bytes.length,best);}
