package onepermit.permit.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.yaml.Yaml;

/** The agreements, from the table {@code permit/recognition.yaml}. */
final class RecognitionAgreements {
    private final List<RecognitionAgreement> agreements;

    private RecognitionAgreements(List<RecognitionAgreement> agreements) {
        this.agreements = agreements;
    }

    static RecognitionAgreements load() {
        try (InputStream text =
                Objects.requireNonNull(RecognitionAgreements.class.getResourceAsStream("/permit/recognition.yaml"))) {
            Yaml file = Yaml.read(
                    (name, place, wrong) -> new IllegalStateException(name + ", " + place + ": " + wrong),
                    "permit/recognition.yaml",
                    text);
            return new RecognitionAgreements(file.children("agreements").stream()
                    .map(RecognitionAgreements::agreement)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<RecognitionAgreement> between(DivisionCode asking, DivisionCode ofPermit) {
        return agreements.stream()
                .filter(agreement -> agreement.between(asking, ofPermit))
                .findFirst();
    }

    private static RecognitionAgreement agreement(Yaml row) {
        return new RecognitionAgreement(
                row.text("id"),
                row.texts("places").stream().map(DivisionCode::new).toList(),
                row.text("document"),
                row.date("from"),
                row.texts("services"));
    }
}
