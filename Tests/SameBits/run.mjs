// Prints the hashes of a WebAssembly build: run.mjs FILE
import { readFileSync } from "node:fs";

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]));
for (let index = 0; index < 8; index++) {
  const hash = BigInt.asUintN(64, instance.exports.same_bits(index));
  console.log(hash.toString(16).padStart(16, "0"));
}
