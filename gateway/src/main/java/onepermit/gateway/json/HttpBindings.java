package onepermit.gateway.json;

import io.grpc.Status.Code;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.gateway.edge.Contracts;
import org.jspecify.annotations.Nullable;

/** All methods by their paths. */
final class HttpBindings {
    private static final String ANY = HttpMethodBinding.DEPARTMENTS + "{department}/";

    /** A method found, with the department that the path named, if it did. */
    record Found(HttpMethodBinding binding, @Nullable String department) {}

    private final Map<String, HttpMethodBinding> byPath = new HashMap<>();

    HttpBindings(Contracts contracts) {
        contracts.services().stream()
                .flatMap(service -> service.getMethods().stream())
                .map(HttpMethodBinding::of)
                .flatMap(Optional::stream)
                .forEach(binding -> byPath.put(binding.path(), binding));
    }

    List<HttpMethodBinding> all() {
        return byPath.values().stream()
                .sorted(Comparator.comparing(HttpMethodBinding::path))
                .toList();
    }

    Found find(String verb, String path) {
        Found found = path.startsWith(HttpMethodBinding.DEPARTMENTS) ? ofDepartment(path) : found(path, null);
        if (!found.binding().verb().equals(verb)) {
            throw new RefusalException(new Refusal(
                    Code.UNIMPLEMENTED,
                    "METHOD_NOT_ALLOWED",
                    "",
                    "this path takes " + found.binding().verb()));
        }
        return found;
    }

    private Found ofDepartment(String path) {
        String rest = path.substring(HttpMethodBinding.DEPARTMENTS.length());
        int slash = rest.indexOf('/');
        return slash < 1 ? found(path, null) : found(ANY + rest.substring(slash + 1), rest.substring(0, slash));
    }

    private Found found(String path, @Nullable String department) {
        HttpMethodBinding binding = byPath.get(path);
        if (binding == null) {
            throw new RefusalException(
                    new Refusal(Code.NOT_FOUND, "PATH_UNKNOWN", "", "no such path; /openapi.json lists them"));
        }
        return new Found(binding, department);
    }
}
