package onepermit.education.admission;

import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which paper's fact is already shared and where, from the table {@code admission/documents.yaml}. */
public final class Documents {
    private final Map<String, Document> byKind;

    private Documents(Map<String, Document> byKind) {
        this.byKind = byKind;
    }

    public static Documents load() {
        try (InputStream table =
                Objects.requireNonNull(Documents.class.getResourceAsStream("/admission/documents.yaml"))) {
            Map<String, List<Map<String, String>>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            Map<String, Document> byKind = new LinkedHashMap<>();
            for (Map<String, String> row : Objects.requireNonNull(yaml.get("documents"))) {
                String kind = Objects.requireNonNull(row.get("kind"));
                byKind.put(kind, new Document(kind, row.get("dataset"), row.get("department")));
            }
            return new Documents(byKind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Document read(String field, String kind) {
        Document document = byKind.get(kind);
        if (document == null) {
            throw new RefusalException(Refusal.invalid(
                    "DOCUMENT_KIND_UNKNOWN", field, "expected one of " + String.join(", ", byKind.keySet())));
        }
        return document;
    }

    /**
     * Nothing is asked twice: a paper whose fact is shared is refused, with where it is.
     *
     * @param given whether a dataset may be read here; what no agreement gives must come on paper
     */
    public void requireNotShared(String field, Document document, Predicate<String> given) {
        String dataset = document.dataset();
        if (dataset != null && given.test(dataset)) {
            throw new RefusalException(new Refusal(
                    Status.Code.ALREADY_EXISTS,
                    "ALREADY_AVAILABLE",
                    field,
                    "no paper is needed: department '" + document.department() + "' shares the fact in dataset '"
                            + document.dataset() + "'; VerifyEligibility reads it"));
        }
    }
}
