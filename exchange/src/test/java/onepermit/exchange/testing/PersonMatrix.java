package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.PersonScope;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every method of a department about a person, by every role, for every purpose, about a person of the officer's division, of another one
 * and nobody knows. Made from the contracts: a new method is in it by itself, and its {@code person_scope} says what must be seen.
 */
public final class PersonMatrix {
    private static final List<String> NOT_LET_IN = List.of("ROLE", "PURPOSE", "PURPOSE_MISSING", "DIVISION");

    /** Makes a person anew with each call, so that what a question changes is of no other question. */
    public interface People {
        /** On record in the officer's division. */
        String own();

        /** On record in another division alone. */
        String foreign();

        default String unknown() {
            return SyntheticIds.man("2018-09-01");
        }
    }

    /** One field of the matrix, for all three persons. */
    private record Cell(MethodDescriptor<Message, Message> method, String role, Purpose purpose, String expected) {
        @Override
        public String toString() {
            return method.getFullMethodName() + " by " + role + " for " + purpose;
        }
    }

    private final Map<String, Stub> stubs = new ConcurrentHashMap<>();
    private final Door door;
    private final People people;
    private final Map<String, String> fields;
    private final String division;
    private final String elsewhere;

    /**
     * @param division the officer's, which requests name too
     * @param elsewhere another one
     * @param fields what requests of this department have in fields of these names
     */
    public PersonMatrix(Door door, People people, String division, String elsewhere, Map<String, String> fields) {
        this.door = door;
        this.people = people;
        this.division = division;
        this.elsewhere = elsewhere;
        this.fields = fields;
    }

    /** @return how many cells were asked */
    public int holds() {
        List<Cell> cells = cells();
        List<String> persons = List.of(people.own(), people.foreign(), people.unknown());
        long before = lookedAt();
        cells.parallelStream()
                .filter(cell -> !cell.expected().equals("IN"))
                .forEach(cell -> refused(cell, division, persons));
        assertThat(lookedAt()).as("who is not let in has looked at nobody").isEqualTo(before);
        cells.stream().filter(cell -> cell.expected().equals("IN")).forEach(this::letIn);
        return cells.size();
    }

    private List<Cell> cells() {
        List<MethodDescriptor<Message, Message>> all = ServedMethods.of(door.service());
        return all.stream()
                .filter(method -> !method.getFullMethodName().startsWith("onepermit.exchange."))
                .filter(method -> ServedMethods.rule(method).getAboutPerson())
                .flatMap(method -> ServedMethods.roles(all).stream().flatMap(role -> cells(method, role)))
                .toList();
    }

    private static Stream<Cell> cells(MethodDescriptor<Message, Message> method, String role) {
        AccessRule rule = ServedMethods.rule(method);
        return AskedPurposes.of(rule, role)
                .map(purpose -> new Cell(method, role, purpose, expected(rule, role, purpose)));
    }

    private static String expected(AccessRule rule, String role, Purpose purpose) {
        if (!rule.getRolesList().contains(role)) {
            return "ROLE";
        }
        if (purpose == Purpose.PURPOSE_UNSPECIFIED) {
            return "PURPOSE_MISSING";
        }
        boolean allowed = rule.getPurposesCount() == 0 || rule.getPurposesList().contains(purpose.name());
        return allowed ? "IN" : "PURPOSE";
    }

    private void refused(Cell cell, String at, List<String> persons) {
        List<String> said = persons.stream()
                .map(person -> said(cell, at, person).replace(person, "ID"))
                .toList();
        assertThat(Seen.reason(said.getFirst())).as(cell.toString()).isEqualTo(cell.expected());
        assertThat(said).as("%s says the same of anybody", cell).containsOnly(said.getFirst());
    }

    private void letIn(Cell cell) {
        PersonScope scope = ServedMethods.rule(cell.method()).getPersonScope();
        switch (scope) {
            case PERSON_SCOPE_RECORD -> {
                let(cell, people.own());
                assertThat(seen(cell, people.foreign()))
                        .as("%s of a foreign person as of an unknown one", cell)
                        .isEqualTo(seen(cell, people.unknown()));
            }
            case PERSON_SCOPE_CASE -> {
                List<String> persons = List.of(people.own(), people.foreign(), people.unknown());
                if (Asked.namesPlace(ServedMethods.prototype(cell.method()).getDescriptorForType())) {
                    long before = lookedAt();
                    refused(new Cell(cell.method(), cell.role(), cell.purpose(), "DIVISION"), elsewhere, persons);
                    assertThat(lookedAt()).as("%s elsewhere", cell).isEqualTo(before);
                }
                persons.forEach(person -> let(cell, person));
            }
            case PERSON_SCOPE_ANYBODY ->
                Stream.of(people.own(), people.foreign(), people.unknown()).forEach(person -> let(cell, person));
            case PERSON_SCOPE_UNSPECIFIED, UNRECOGNIZED -> throw new AssertionError(cell + " has no person_scope");
        }
    }

    private void let(Cell cell, String person) {
        assertThat(Seen.reason(said(cell, division, person)))
                .as(cell.toString())
                .isNotIn(NOT_LET_IN);
    }

    private Seen seen(Cell cell, String person) {
        return Seen.of(database(), person, id -> ask(cell, division, id));
    }

    private String said(Cell cell, String at, String person) {
        return Seen.answer(person, id -> ask(cell, at, id));
    }

    private Message ask(Cell cell, String at, String person) {
        RequestContext context = RequestContext.newBuilder()
                .setPurpose(cell.purpose())
                .setCaseRef("TEST-1")
                .build();
        Message question = new Asked(person, context, fields).of(ServedMethods.prototype(cell.method()));
        return stubs.computeIfAbsent(cell.role() + "/" + at, caller -> door.as(cell.role(), at))
                .first(cell.method(), question);
    }

    /** Persons in leaves; that somebody was refused is a leaf without any. */
    private long lookedAt() {
        return Objects.requireNonNull(database().queryForObject("SELECT count(*) FROM ledger_salt", Long.class));
    }

    private JdbcTemplate database() {
        return Objects.requireNonNull(door.service().getBean(JdbcTemplate.class));
    }
}
