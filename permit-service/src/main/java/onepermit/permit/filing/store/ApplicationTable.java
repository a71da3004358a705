package onepermit.permit.filing.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.application.Due;
import onepermit.permit.application.Party;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.Filing;
import onepermit.permit.filing.Filings;
import onepermit.permit.filing.OneTimeNotice;
import onepermit.permit.filing.Ruling;
import onepermit.permit.filing.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApplicationTable implements Filings {
    private static final String OPEN = "state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'NEEDS_REVIEW', 'ACCEPTED')";

    private final JdbcClient database;
    private final ApplicationParts parts;

    ApplicationTable(JdbcClient database, ApplicationParts parts) {
        this.database = database;
        this.parts = parts;
    }

    @Override
    public Optional<FiledApplication> find(String id) {
        return one("WHERE id = ?", id);
    }

    @Override
    public Optional<FiledApplication> findForUpdate(String id) {
        return one("WHERE id = ? FOR UPDATE", id);
    }

    @Override
    public Optional<FiledApplication> openOf(PersonKey applicant) {
        return one("WHERE person = ? AND " + OPEN, (Object) applicant.bytes());
    }

    @Override
    public Optional<FiledApplication> acceptedOn(String decisionId) {
        return one("WHERE decision_id = ? AND state = 'ACCEPTED' FOR UPDATE", decisionId);
    }

    @Override
    public void add(FiledApplication application) {
        Filing filing = application.filing();
        database.sql("""
                        INSERT INTO permit_application (id, version, person, sex, born, host, host_sex, host_born, filer,
                            relative, relative_sex, relative_born, cannot_come, name_match, division, filed_in, opened_on, state)
                        VALUES (:id, :version, :person, :sex, :born, :host, :hostSex, :hostBorn, :filer,
                            :relative, :relativeSex, :relativeBorn, :cannotCome, :nameMatch, :division, :filedIn, :openedOn, :state)""")
                .param("id", application.id())
                .param("version", application.version())
                .param("person", filing.applicant().key().bytes())
                .param("sex", filing.applicant().sex().name())
                .param("born", filing.applicant().born())
                .param("host", key(filing.host()))
                .param("hostSex", sex(filing.host()))
                .param("hostBorn", born(filing.host()))
                .param("filer", filing.filer().kind().name())
                .param("relative", key(filing.filer().relative()))
                .param("relativeSex", sex(filing.filer().relative()))
                .param("relativeBorn", born(filing.filer().relative()))
                .param("cannotCome", filing.filer().cannotCome())
                .param("nameMatch", name(filing.nameMatch()))
                .param("division", filing.division().value())
                .param(
                        "filedIn",
                        filing.filedIn() == null ? null : filing.filedIn().value())
                .param("openedOn", filing.openedOn())
                .param("state", application.state().name())
                .update();
    }

    @Override
    public void update(FiledApplication application) {
        Standing now = application.standing();
        Due due = now.due();
        OneTimeNotice notice = now.notice();
        Ruling ruling = now.ruling();
        database.sql("""
                        UPDATE permit_application SET version = :version, state = :state, handed_in_on = :handedInOn,
                            accepted_on = :acceptedOn, due_on = :dueOn, due_certain = :dueCertain, fee_fen = :feeFen,
                            decision_id = :decision, notice_on = :noticeOn, ruling = :ruling, officer = :officer,
                            ruling_reason = :reason, ruling_article = :article, ruled_on = :ruledOn, permit_number = :number
                        WHERE id = :id""")
                .param("id", application.id())
                .param("version", application.version())
                .param("state", now.state().name())
                .param("handedInOn", now.handedInOn())
                .param("acceptedOn", now.acceptedOn())
                .param("dueOn", due == null ? null : due.on())
                .param("dueCertain", due == null || due.certain())
                .param("feeFen", now.feeFen())
                .param("decision", now.decisionId())
                .param("noticeOn", notice == null ? null : notice.on())
                .param("ruling", ruling == null ? null : ruling.act().name())
                .param("officer", ruling == null ? null : ruling.officer())
                .param("reason", ruling == null ? null : ruling.reason())
                .param("article", ruling == null ? null : ruling.article())
                .param("ruledOn", ruling == null ? null : ruling.on())
                .param("number", now.permitNumber())
                .update();
        parts.write(application);
    }

    @Override
    public String nextId(DivisionCode division, int year) {
        long number = database.sql("SELECT nextval('permit_application_seq')")
                .query(Long.class)
                .single();
        return "%s-SQ-%d-%08d".formatted(division.value(), year, number);
    }

    @Override
    public List<FiledApplication> list(Listing asked) {
        return parts.of(database.sql(
                        "SELECT * FROM permit_application WHERE division LIKE :within AND state = ANY (:states)"
                                + " AND (:overdueOn::date IS NULL OR due_on < :overdueOn::date) AND id > :after ORDER BY id LIMIT :most")
                .param("within", asked.division().prefix() + "%")
                .param("states", asked.states().stream().map(Enum::name).toArray(String[]::new))
                .param("overdueOn", asked.overdueOn())
                .param("after", asked.after())
                .param("most", asked.most())
                .query(ApplicationRows::application)
                .list());
    }

    @Override
    public List<FiledApplication> waiting(String after, int most) {
        return parts.of(database.sql(
                        "SELECT * FROM permit_application WHERE state = 'SUBMITTED' AND id > ? ORDER BY id LIMIT ?")
                .params(after, most)
                .query(ApplicationRows::application)
                .list());
    }

    @Override
    public long overdue(LocalDate today) {
        return Objects.requireNonNull(database.sql("SELECT count(*) FROM permit_application WHERE due_on < ?")
                .param(today)
                .query(Long.class)
                .single());
    }

    private Optional<FiledApplication> one(String where, Object key) {
        return parts
                .of(database.sql("SELECT * FROM permit_application " + where)
                        .param(key)
                        .query(ApplicationRows::application)
                        .list())
                .stream()
                .findFirst();
    }

    private static byte @Nullable [] key(@Nullable Party party) {
        return party == null ? null : party.key().bytes();
    }

    private static @Nullable String sex(@Nullable Party party) {
        return party == null ? null : party.sex().name();
    }

    private static @Nullable LocalDate born(@Nullable Party party) {
        return party == null ? null : party.born();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
