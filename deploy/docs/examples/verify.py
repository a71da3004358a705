# Asks OnePermit whether a child may enrol, with the ordinary gRPC client for Python and nothing of ours but the contracts.
#
#   apt install python3-grpcio python3-protobuf        (or: pip install grpcio protobuf)
#   ONEPERMIT_TOKEN=$(./onepermit token admission-officer --division 350203) \
#     python3 verify.py proto/released/contracts.binpb CHILD_ID GUARDIAN_ID [GUARDIAN_ID]
import os
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

contracts, child_id, *guardians = sys.argv[1:]
address = os.environ.get("ONEPERMIT_GATEWAY", "localhost:9090")

pool = descriptor_pool.DescriptorPool()
with open(contracts, "rb") as file:
    for proto in descriptor_pb2.FileDescriptorSet.FromString(file.read()).file:
        pool.Add(proto)

method = pool.FindServiceByName("onepermit.education.v1.AdmissionService").methods_by_name["VerifyEligibility"]
# The name of this function changed with protobuf 4.22.
message_class = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(pool).GetPrototype
Request = message_class(method.input_type)
Response = message_class(method.output_type)
purpose = pool.FindEnumTypeByName("onepermit.exchange.v1.Purpose").values_by_name["PURPOSE_SCHOOL_ADMISSION"].number

question = Request(
    child_id=child_id,
    guardians=[{"citizen_id": guardian} for guardian in guardians],
    division=os.environ.get("ONEPERMIT_DIVISION", "350203"),
    school_year=int(os.environ.get("ONEPERMIT_YEAR", "2025")),
    context={"purpose": purpose, "case_ref": "PYTHON-1"},
)
with grpc.insecure_channel(address) as channel:
    verify = channel.unary_unary(
        "/onepermit.education.v1.AdmissionService/VerifyEligibility",
        request_serializer=Request.SerializeToString,
        response_deserializer=Response.FromString,
    )
    try:
        decision = verify(
            question, timeout=10, metadata=[("authorization", "Bearer " + os.environ["ONEPERMIT_TOKEN"])]
        ).decision
    except grpc.RpcError as failure:
        sys.exit(f"{failure.code().name}: {failure.details()}")

outcomes = type(decision).DESCRIPTOR.fields_by_name["outcome"].enum_type.values_by_number
print(outcomes[decision.outcome].name, decision.result.code, decision.result.points, "points")
for line in decision.criteria:
    print(f"  {line.id}: {line.value} {line.article}".rstrip())
print("  evidence from", ", ".join(sorted({item.source for item in decision.evidence})))
