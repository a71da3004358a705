#!/usr/bin/env node
// The check of a receipt, or of a certificate, for Node 20 or newer, without packages. It shares no code with the verifier in Java: each would show a mistake
// of the other. Formats: C2SP tlog-proof, tlog-checkpoint, signed-note, tlog-cosignature (Ed25519), tlog-policy; tree of RFC 9162.

import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const USAGE = `node onepermit-verify.mjs --policy POLICY [--leaf LEAF] RECEIPT

  RECEIPT          a C2SP tlog-proof, or a certificate, which its first line tells
  --policy POLICY  whom to trust: a C2SP tlog-policy with Ed25519 keys
  --leaf LEAF      the bytes of the leaf; without it the line "extra" of the receipt is the leaf

0 valid, 1 invalid, 2 not to be told (a malformed or missing file)
`;
const MOST_BYTES = 1 << 20;
const MOST_SIGNATURES = 100;
const MOST_LEAVES = 2n ** 63n - 1n;
const KEY_NAME = /^[^\p{White_Space}+]+$/u;

class Malformed extends Error {}
class Invalid extends Error {}

const malformed = (file, line, expected, found) =>
  new Malformed(`${file} line ${line}: expected ${expected}, found ${found === undefined ? 'the end' : JSON.stringify(found)}`);

function decode(file, bytes) {
  if (bytes.length > MOST_BYTES) throw new Malformed(`${file}: expected at most ${MOST_BYTES} bytes, found ${bytes.length}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed(`${file}: expected UTF-8, found other bytes`);
  }
}

/** Buffer, or undefined for what is not the one base64 of its bytes. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64');
  return text64(bytes) === text ? bytes : undefined;
}

const text64 = (bytes) => bytes.toString('base64');

/** BigInt, or undefined. */
function decimal(text) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) return undefined;
  const number = BigInt(text);
  return number <= MOST_LEAVES ? number : undefined;
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (leaf) => sha256(Buffer.of(0), leaf);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

function parseReceipt(bytes) {
  const text = decode('receipt', bytes);
  const lines = text.split('\n');
  const control = lines.findIndex((line) => /[\u0000-\u001f]/.test(line));
  if (control >= 0) throw malformed('receipt', control + 1, 'no control character', lines[control]);
  if (lines.pop() !== '') throw malformed('receipt', lines.length + 1, 'a newline at the end', text.slice(-20));

  let at = 0;
  const take = (expected, meaning) => {
    const value = lines[at] === undefined ? undefined : meaning(lines[at]);
    if (value === undefined) throw malformed('receipt', at + 1, expected, lines[at]);
    at += 1;
    return value;
  };
  const hash = (line) => (base64(line)?.length === 32 ? base64(line) : undefined);
  const after = (word, meaning) => (line) => (line.startsWith(word) ? meaning(line.slice(word.length)) : undefined);
  const filled = (line) => line || undefined;

  take('c2sp.org/tlog-proof@v1', (line) => line === 'c2sp.org/tlog-proof@v1' || undefined);
  const extra = lines[at]?.startsWith('extra') ? take('extra BASE64', after('extra ', base64)) : undefined;
  const index = take('index NUMBER', after('index ', decimal));
  const path = [];
  while (lines[at] !== '') path.push(take('a hash or an empty line', hash));
  at += 1;

  const begin = at;
  const origin = take('the origin', filled);
  const size = take('the tree size', decimal);
  const root = take('the root hash', hash);
  while (lines[at] !== '') take('an extension line or an empty line', filled);
  const signed = lines.slice(begin, at).join('\n') + '\n';
  at += 1;

  const signatures = [];
  do signatures.push(take('— NAME BASE64 of key id and signature', signatureLine)); while (at < lines.length);
  if (signatures.length > MOST_SIGNATURES) throw malformed('receipt', at, `at most ${MOST_SIGNATURES} signatures`, lines[at - 1]);
  return { extra, index, path, origin, size, root, signed, signatures };
}

const CERTIFICATE = /^([^\p{White_Space}+]+)\/[a-z-]+-certificate@v1$/u;

/** Lines that a department signed with the key of its ledger; undefined where the first line does not say so. */
function parseCertificate(bytes) {
  const first = bytes.toString('utf8').split('\n', 1)[0];
  if (!CERTIFICATE.test(first)) return undefined;
  const text = decode('certificate', bytes);
  const lines = text.split('\n');
  const control = lines.findIndex((line) => /[\u0000-\u001f]/.test(line));
  if (control >= 0) throw malformed('certificate', control + 1, 'no control character', lines[control]);
  if (lines.pop() !== '') throw malformed('certificate', lines.length + 1, 'a newline at the end', text.slice(-20));
  const gap = lines.indexOf('');
  if (gap < 0) throw malformed('certificate', lines.length + 1, 'a line or an empty line');
  const signatures = lines.slice(gap + 1).map((line, i) => {
    const signature = signatureLine(line);
    if (signature === undefined) throw malformed('certificate', gap + 2 + i, '— NAME BASE64 of key id and signature', line);
    return signature;
  });
  if (signatures.length === 0 || signatures.length > MOST_SIGNATURES) {
    throw malformed('certificate', gap + 2, `1 to ${MOST_SIGNATURES} signatures`, lines[gap + 1]);
  }
  return { issuer: CERTIFICATE.exec(first)[1], signed: lines.slice(0, gap).join('\n') + '\n', signatures };
}

function checkCertificate({ issuer, signed, signatures }, { logs }) {
  const by = (key) => signatures.filter((signature) => signature.name === key.name && signature.id === key.id);
  for (const key of logs) {
    if (!by(key).every((signature) => verifies(key, signed, signature))) {
      throw new Invalid(`the signature of the known key ${key.name} does not verify`);
    }
  }
  if (!logs.some((key) => key.name === issuer && by(key).length > 0)) {
    throw new Invalid(`no known key of ${JSON.stringify(issuer)} signed the certificate`);
  }
  return `VALID: signed by ${issuer}\n${signed.trimEnd()}`;
}

function signatureLine(line) {
  const [dash, name, blob, ...more] = line.split(' ');
  if (dash !== '—' || blob === undefined || more.length > 0 || !KEY_NAME.test(name)) return undefined;
  const bytes = base64(blob);
  return bytes?.length > 4 ? { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) } : undefined;
}

/** A key NAME+ID+BASE64 of the type asked for (1 log, 4 witness), or undefined. */
function parseKey(vkey, type) {
  const parts = /^([^+]+)\+([0-9a-fA-F]{8})\+(.+)$/u.exec(vkey);
  if (!parts || !KEY_NAME.test(parts[1])) return undefined;
  const blob = base64(parts[3]);
  if (blob?.length !== 33 || blob[0] !== type) return undefined;
  const id = sha256(`${parts[1]}\n`, blob).subarray(0, 4).toString('hex');
  return id === parts[2].toLowerCase() ? { name: parts[1], id, type, key: blob.subarray(1) } : undefined;
}

function parsePolicy(bytes) {
  const logs = [];
  const witnesses = new Map();
  const enough = new Map();
  const grouped = new Set();
  let quorum;
  const lines = decode('policy', bytes).split('\n');
  lines.forEach((line, i) => {
    const demand = (value, expected) => {
      if (value === undefined || value === false) throw malformed('policy', i + 1, expected, line);
      return value;
    };
    demand(!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line), 'no control character but tab');
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0].startsWith('#')) return;
    const defined = (name) => demand(enough.get(name), 'the name of a witness or group of a line before');
    const define = (name, meaning) => {
      demand(name !== 'none' && !enough.has(name), 'a name that is not taken');
      enough.set(name, meaning);
    };
    const key = (vkey, type, before) => {
      const parsed = demand(parseKey(vkey, type), `an Ed25519 key NAME+ID+BASE64 of type 0${type} with its own id`);
      demand(![...before].some((other) => other.key.equals(parsed.key)), 'each key once');
      return parsed;
    };
    const [kind, name, ...rest] = words;
    if (kind === 'log' && words.length >= 2 && words.length <= 3) {
      logs.push(key(name, 1, logs));
    } else if (kind === 'witness' && words.length >= 3 && words.length <= 4) {
      const parsed = key(rest[0], 4, witnesses.values());
      define(name, (cosigned) => cosigned.has(name));
      witnesses.set(name, parsed);
    } else if (kind === 'group' && words.length >= 4) {
      const [number, ...members] = rest;
      const parts = members.map((member) => {
        const part = defined(member);
        demand(!grouped.has(member), 'each name in one group only');
        grouped.add(member);
        return part;
      });
      const least = number === 'all' ? parts.length : number === 'any' ? 1 : Number(demand(decimal(number), 'any, all or a number'));
      demand(least >= 1 && least <= parts.length, `a number from 1 to ${parts.length}`);
      define(name, (cosigned) => parts.filter((part) => part(cosigned)).length >= least);
    } else if (kind === 'quorum' && words.length === 2 && quorum === undefined) {
      quorum = { name, isReachedBy: name === 'none' ? () => true : defined(name) };
    } else {
      demand(false, 'log VKEY, witness NAME VKEY, group NAME NUMBER MEMBER... or one quorum NAME');
    }
  });
  if (quorum === undefined) throw malformed('policy', lines.length, 'a line "quorum NAME"');
  return { logs, witnesses, quorum };
}

function ed25519(key, message, signature) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  try {
    return verifySignature(null, Buffer.from(message, 'utf8'), createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

function verifies(key, signed, signature) {
  if (key.type === 1) return ed25519(key.key, signed, signature.bytes);
  if (signature.bytes.length <= 8) return false;
  const seconds = signature.bytes.readBigUInt64BE();
  return seconds <= MOST_LEAVES && ed25519(key.key, `cosignature/v1\ntime ${seconds}\n${signed}`, signature.bytes.subarray(8));
}

/** Names, in the policy, of the witnesses that cosigned, with their times in seconds. */
function checkSignatures(receipt, policy) {
  const by = (key) => receipt.signatures.filter((signature) => signature.name === key.name && signature.id === key.id);
  for (const key of [...policy.logs, ...policy.witnesses.values()]) {
    if (!by(key).every((signature) => verifies(key, receipt.signed, signature))) {
      throw new Invalid(`the signature of the known key ${key.name} does not verify`);
    }
  }
  if (!policy.logs.some((log) => log.name === receipt.origin && by(log).length > 0)) {
    throw new Invalid(`no known key of the log ${JSON.stringify(receipt.origin)} signed the checkpoint`);
  }
  const cosigned = new Map();
  for (const [name, key] of policy.witnesses) {
    const times = by(key).map((signature) => signature.bytes.readBigUInt64BE());
    if (times.length > 0) cosigned.set(name, times.reduce((one, other) => (one > other ? one : other)));
  }
  if (!policy.quorum.isReachedBy(new Set(cosigned.keys()))) {
    throw new Invalid(`the quorum ${JSON.stringify(policy.quorum.name)} is not reached: cosigned by [${[...cosigned.keys()].join(', ')}]`);
  }
  return cosigned;
}

/** RFC 9162 section 2.1.3.1 backwards: a tree divides at the largest power of two below its size; the last hash is the other half. */
function rootFrom(hash, index, size, path) {
  if (size === 1n) {
    if (path.length > 0) throw new Invalid(`the proof has ${path.length} hashes too many`);
    return hash;
  }
  if (path.length === 0) throw new Invalid('the proof has too few hashes');
  let half = 1n;
  while (half * 2n < size) half *= 2n;
  const other = path[path.length - 1];
  const below = path.slice(0, -1);
  return index < half
    ? nodeHash(rootFrom(hash, index, half, below), other)
    : nodeHash(other, rootFrom(hash, index - half, size - half, below));
}

function check(receipt, leaf, policy) {
  const cosigned = checkSignatures(receipt, policy);
  if (receipt.index >= receipt.size) throw new Invalid(`a tree of ${receipt.size} leaves has none at index ${receipt.index}`);
  const hash = leafHash(leaf);
  const reached = rootFrom(hash, receipt.index, receipt.size, receipt.path);
  if (!reached.equals(receipt.root)) {
    throw new Invalid(`leaf ${text64(hash)} at index ${receipt.index} leads to root ${text64(reached)}, the checkpoint has ${text64(receipt.root)}`);
  }
  const times = [...cosigned].map(([name, seconds]) => `\n  cosigned by ${name} at second ${seconds}`).join('');
  return `VALID: leaf ${receipt.index} of ${receipt.origin}, in its tree of ${receipt.size} leaves with root ${text64(receipt.root)}${times}`;
}

/** Takes Buffers; without a leaf the receipt's extra bytes are the leaf. Gives the exit code and a text for people. */
export function verify({ receipt, leaf, policy }) {
  try {
    const certificate = parseCertificate(receipt);
    if (certificate !== undefined) {
      if (leaf !== undefined) throw new Malformed('certificate: it has no leaf');
      return { code: 0, text: checkCertificate(certificate, parsePolicy(policy)) };
    }
    const parsed = parseReceipt(receipt);
    const trusted = parsePolicy(policy);
    const bytes = leaf ?? parsed.extra;
    if (bytes === undefined) throw new Malformed('receipt: expected the leaf in a line "extra", or --leaf');
    return { code: 0, text: check(parsed, bytes, trusted) };
  } catch (e) {
    if (e instanceof Invalid) return { code: 1, text: `INVALID: ${e.message}` };
    if (e instanceof Malformed) return { code: 2, text: `MALFORMED: ${e.message}` };
    throw e;
  }
}

function main(args) {
  if (args.includes('--help')) return { code: 0, text: USAGE };
  const given = {};
  while (args.length > 2 && (args[0] === '--policy' || args[0] === '--leaf')) {
    given[args.shift().slice(2)] = args.shift();
  }
  if (args.length !== 1 || given.policy === undefined) return { code: 2, text: `MALFORMED: expected a policy and one receipt\n\n${USAGE}` };
  const [receipt, policy, leaf] = [args[0], given.policy, given.leaf].map(read);
  const unread = [receipt, policy, leaf].find((file) => typeof file === 'string');
  return unread ? { code: 2, text: unread } : verify({ receipt, leaf, policy });
}

/** Its bytes, or what to say where there are none. */
function read(file) {
  try {
    return file && readFileSync(file);
  } catch (e) {
    return `MALFORMED: cannot read ${file}: ${e.code}`;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  let ended;
  try {
    ended = main(process.argv.slice(2));
  } catch (bug) {
    ended = { code: 2, text: `NOT CHECKED: ${bug}` };
  }
  console.log(ended.text);
  process.exitCode = ended.code;
}
