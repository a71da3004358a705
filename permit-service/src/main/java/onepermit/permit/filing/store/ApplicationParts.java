package onepermit.permit.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.Material;
import onepermit.permit.filing.MissingItem;
import onepermit.permit.filing.OneTimeNotice;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to an application in rows of its own: papers, and what the notice lists. */
@Component
class ApplicationParts {
    private final JdbcClient database;

    ApplicationParts(JdbcClient database) {
        this.database = database;
    }

    /** The applications with their papers and what their notices list. */
    List<FiledApplication> of(List<FiledApplication> applications) {
        if (applications.isEmpty()) {
            return applications;
        }
        String[] ids = applications.stream().map(FiledApplication::id).toArray(String[]::new);
        Map<String, List<Material>> materials = materials(ids);
        Map<String, List<MissingItem>> missing = missing(ids);
        return applications.stream()
                .map(a -> new FiledApplication(
                        a.id(),
                        a.version(),
                        a.filing(),
                        a.standing()
                                .with(
                                        materials.getOrDefault(a.id(), List.of()),
                                        missing.getOrDefault(a.id(), List.of()))))
                .toList();
    }

    /** Papers are only added, and a notice is made once. */
    void write(FiledApplication application) {
        List<Material> materials = application.standing().materials();
        for (int n = 0; n < materials.size(); n++) {
            database.sql("""
                            INSERT INTO permit_application_material (application, n, kind, sha256) VALUES (?, ?, ?, ?)
                            ON CONFLICT DO NOTHING""")
                    .params(
                            application.id(),
                            n,
                            materials.get(n).kind(),
                            materials.get(n).sha256())
                    .update();
        }
        OneTimeNotice notice = application.standing().notice();
        if (notice != null) {
            write(application.id(), notice.items());
        }
    }

    private void write(String application, List<MissingItem> items) {
        for (int n = 0; n < items.size(); n++) {
            MissingItem item = items.get(n);
            database.sql("""
                            INSERT INTO permit_application_missing
                                (application, n, code, text_zh, text_en, article, any_of, earliest)
                            VALUES (:application, :n, :code, :zh, :en, :article, :anyOf, :earliest)
                            ON CONFLICT DO NOTHING""")
                    .param("application", application)
                    .param("n", n)
                    .param("code", item.code())
                    .param("zh", item.textZh())
                    .param("en", item.textEn())
                    .param("article", item.article())
                    .param("anyOf", item.anyOf().toArray(String[]::new))
                    .param("earliest", item.earliest())
                    .update();
        }
    }

    private Map<String, List<Material>> materials(String[] applications) {
        Map<String, List<Material>> found = new HashMap<>();
        database.sql("""
                        SELECT application, kind, sha256 FROM permit_application_material
                        WHERE application = ANY (?) ORDER BY application, n""").param(applications).query((RowCallbackHandler)
                row -> found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Material(row.getString(2), row.getString(3))));
        return found;
    }

    private Map<String, List<MissingItem>> missing(String[] applications) {
        Map<String, List<MissingItem>> found = new HashMap<>();
        database.sql("""
                        SELECT application, code, text_zh, text_en, article, any_of, earliest FROM permit_application_missing
                        WHERE application = ANY (?) ORDER BY application, n""").param(applications).query((RowCallbackHandler) row ->
                found.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(item(row)));
        return found;
    }

    private static MissingItem item(ResultSet row) throws SQLException {
        return new MissingItem(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                List.of((String[]) row.getArray(6).getArray()),
                row.getObject(7, LocalDate.class));
    }
}
