// Holds the WebAssembly against what the native core gave: node compare.mjs live.wasm runs.txt
import { readFileSync } from 'node:fs';

const [program, runs] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(program), {});
const { memory, malloc, live_count, live_run } = instance.exports;
const place = malloc(8 * live_count(100));

const digest = (bytes) => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
};
const check = (line) => {
  const [cell, sequence, steps, radius, bias, expected, ...norms] = line.split(' ');
  const T = Number(steps);
  if (!live_run(Number(cell), Number(sequence), T, Number(radius), Number(bias), place)) return 'refused';
  const found = new Float64Array(memory.buffer, place, live_count(T));
  const index = norms.findIndex((norm, k) => !Object.is(Number(norm), found[T + k]));
  if (index >= 0) return `norm ${index} is ${found[T + index]}, not ${norms[index]}`;
  return digest(new Uint8Array(memory.buffer, place, 8 * live_count(T))) === expected ? '' : 'states differ';
};

const lines = readFileSync(runs, 'utf8').trimEnd().split('\n');
const wrong = lines.map((line) => [line.split(' ', 5).join(' '), check(line)]).filter(([, word]) => word);
wrong.forEach(([settings, word]) => console.log(`${settings}: ${word}`));
// The second time nothing may need more memory than the first.
const size = memory.buffer.byteLength;
lines.forEach(check);
if (memory.buffer.byteLength > size) wrong.push(console.log('memory grows from run to run'));
console.log(`${lines.length} runs compared`);
process.exit(wrong.length ? 1 : 0);
