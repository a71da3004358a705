package onepermit.permit.application.project;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Names;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.identity.CompareNames;
import onepermit.permit.identity.NameMatch;
import onepermit.permit.v1.NameTagFact;
import org.springframework.stereotype.Component;

/** Whether the name given is the one on record: by its tag, and only on a difference by looking at the names. */
@Component
final class NameWords implements Words {
    private static final String NAME = "name.match";

    private final DatasetKeys keys;
    private final CompareNames names;

    NameWords(DatasetKeys keys, CompareNames names) {
        this.keys = keys;
        this.names = names;
    }

    @Override
    public String dataset() {
        return "name.tag";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        if (application.nameMatch() == null && application.name().isEmpty()) {
            reading.known(NAME, "NOT_CHECKED");
            return;
        }
        List<FactRow> rows = reading.rows();
        if (rows.isEmpty()) {
            reading.known(
                    NAME, NameMatch.NO_RECORD.name(), reading.absence(new Bilingual("没有登记姓名", "no name on record")));
            return;
        }
        String match = match(rows.getFirst(), application).name();
        reading.known(NAME, match, reading.evidence(rows.getFirst(), new Bilingual(reading.zh(match), match)));
    }

    private NameMatch match(FactRow row, PermitApplication application) {
        NameMatch before = application.nameMatch();
        return before != null ? before : compared(row, application);
    }

    private NameMatch compared(FactRow row, PermitApplication application) {
        ByteString given = ByteString.copyFrom(
                keys.tag(dataset(), Names.normalise(application.name()).getBytes(StandardCharsets.UTF_8)));
        return Reading.read(NameTagFact.parser(), row).getTag().equals(given)
                ? NameMatch.NORMALISED
                : names.compare(application.applicant().key(), application.name())
                        .match();
    }
}
