// Asks OnePermit whether a child may enrol, with the ordinary gRPC client for Node and nothing of ours but the contracts.
//
//   npm install @grpc/grpc-js @grpc/proto-loader
//   ONEPERMIT_TOKEN=$(./onepermit token admission-officer --division 350203) \
//     node verify.mjs proto/released/contracts.binpb CHILD_ID GUARDIAN_ID [GUARDIAN_ID]
import { readFileSync } from 'node:fs';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const [contracts, childId, ...guardians] = process.argv.slice(2);
const address = process.env.ONEPERMIT_GATEWAY ?? 'localhost:9090';
const division = process.env.ONEPERMIT_DIVISION ?? '350203';
const schoolYear = Number(process.env.ONEPERMIT_YEAR ?? 2025);

const api = grpc.loadPackageDefinition(
  loader.loadFileDescriptorSetFromBuffer(readFileSync(contracts), { enums: String, longs: String, defaults: false }),
);
const admissions = new api.onepermit.education.v1.AdmissionService(address, grpc.credentials.createInsecure());
const token = new grpc.Metadata();
token.set('authorization', `Bearer ${process.env.ONEPERMIT_TOKEN}`);

admissions.VerifyEligibility(
  {
    child_id: childId,
    guardians: guardians.map((id) => ({ citizen_id: id })),
    division,
    school_year: schoolYear,
    context: { purpose: 'PURPOSE_SCHOOL_ADMISSION', case_ref: 'NODE-1' },
  },
  token,
  { deadline: Date.now() + 10_000 },
  (failure, answer) => {
    if (failure) {
      console.error(`${grpc.status[failure.code]}: ${failure.details}`);
      process.exit(1);
    }
    const { outcome, result, criteria, evidence } = answer.decision;
    console.log(`${outcome} ${result?.code ?? ''} ${result?.points ?? '-'} points`);
    for (const line of criteria) console.log(`  ${line.status} ${line.id}: ${line.value ?? ''} ${line.article ?? ''}`);
    console.log(`  evidence from ${[...new Set(evidence.map((item) => item.source))].join(', ')}`);
    admissions.close();
  },
);
