// Reads cases as lines of JSON with base64 in them and prints the exit code of each, so that thousands need one process.
import { createInterface } from 'node:readline';
import { verify } from '../../main/js/onepermit-verify.mjs';

const bytes = (text) => (text === undefined ? undefined : Buffer.from(text, 'base64'));

for await (const line of createInterface({ input: process.stdin })) {
  const { receipt, leaf, policy } = JSON.parse(line);
  console.log(verify({ receipt: bytes(receipt), leaf: bytes(leaf), policy: bytes(policy) }).code);
}
