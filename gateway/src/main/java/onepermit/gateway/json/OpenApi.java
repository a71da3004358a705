package onepermit.gateway.json;

import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onepermit.exchange.v1.Access;
import onepermit.exchange.v1.AccessRule;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** The OpenAPI 3.1 document of all paths, from the contracts and their comments. */
final class OpenApi {
    private final HttpBindings bindings;
    private final String issuer;

    OpenApi(HttpBindings bindings, String issuer) {
        this.bindings = bindings;
        this.issuer = issuer;
    }

    ServerResponse response() {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(document());
    }

    Map<String, Object> document() {
        Schemas schemas = new Schemas();
        Map<String, Object> paths = new LinkedHashMap<>();
        bindings.all()
                .forEach(binding -> paths.put(
                        binding.path(), Map.of(binding.verb().toLowerCase(Locale.ROOT), operation(binding, schemas))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "OnePermit", "version", "1", "description", ABOUT));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of("schemas", schemas.all(), "securitySchemes", Map.of("token", token()), "responses", problem()));
        return document;
    }

    private static final String ABOUT = "Departments answer their questions from shared facts. "
            + "Every call carries a bearer token; Grpc-Timeout or X-Request-Timeout sets its deadline (10 s otherwise). "
            + "Streams are NDJSON: one message a line. Where answers stream back, a line that cannot be read is answered by "
            + "{\"line\": N, \"problem\": {…}} and the others go on; a stream that breaks ends with {\"problem\": {…}}. "
            + "Read answers while sending: lines are taken only as fast as answers are read.";

    private Map<String, Object> token() {
        return Map.of(
                "type",
                "oauth2",
                "flows",
                Map.of("clientCredentials", Map.of("tokenUrl", issuer + "/oauth2/token", "scopes", Map.of())));
    }

    private static Map<String, Object> problem() {
        return Map.of(
                "Problem",
                Map.of(
                        "description",
                        "Refused or failed: RFC 9457 problem details with code, reason, field and errors.",
                        "content",
                        Map.of("application/problem+json", Map.of("schema", Schemas.PROBLEM))));
    }

    private static Map<String, Object> operation(HttpMethodBinding binding, Schemas schemas) {
        MethodDescriptor method = binding.contract();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", method.getService().getName() + "_" + method.getName());
        operation.put("tags", List.of(method.getService().getFullName()));
        operation.put("description", Comments.of(method) + " " + callers(method));
        List<Map<String, Object>> parameters = schemas.parameters(binding);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (binding.verb().equals("POST")) {
            operation.put(
                    "requestBody",
                    Map.of(
                            "required",
                            true,
                            "content",
                            content(binding.clientStreams(), schemas.reference(method.getInputType()))));
        }
        operation.put(
                "responses",
                Map.of(
                        "200",
                        Map.of(
                                "description",
                                Comments.of(method.getOutputType()),
                                "content",
                                content(binding.serverStreams(), schemas.reference(method.getOutputType()))),
                        "default",
                        Map.of("$ref", "#/components/responses/Problem")));
        return operation;
    }

    private static Map<String, Object> content(boolean stream, Map<String, Object> schema) {
        return Map.of(stream ? "application/x-ndjson" : "application/json", Map.of("schema", schema));
    }

    private static String callers(MethodDescriptor method) {
        AccessRule rule = method.getOptions().getExtension(Access.access);
        String roles = "Roles: " + String.join(", ", rule.getRolesList()) + ".";
        return rule.getPurposesList().isEmpty()
                ? roles
                : roles + " Purposes: " + String.join(", ", rule.getPurposesList()) + ".";
    }
}
