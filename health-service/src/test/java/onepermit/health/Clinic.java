package onepermit.health;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.Reject;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.v1.BirthServiceGrpc;
import onepermit.health.v1.BirthServiceGrpc.BirthServiceBlockingStub;
import onepermit.health.v1.GetAssessmentRequest;
import onepermit.health.v1.GetAssessmentResponse;
import onepermit.health.v1.RecordDoseRequest;
import onepermit.health.v1.VaccinationServiceGrpc;
import onepermit.health.v1.VaccinationServiceGrpc.VaccinationServiceBlockingStub;
import onepermit.health.v1.VaccinationUnitServiceGrpc;
import onepermit.health.v1.VaccinationUnitServiceGrpc.VaccinationUnitServiceBlockingStub;
import org.springframework.jdbc.core.JdbcTemplate;

/** A vaccination unit in Siming with the whole service behind it; one for all tests. */
public final class Clinic {
    public static final String SIMING = "350203";
    private static final Clinic OPEN = new Clinic();

    public final RunningService service = RunningService.start(HealthServiceApplication.class);
    public final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);

    public static Clinic open() {
        return OPEN;
    }

    public VaccinationServiceBlockingStub vaccinations() {
        return service.as(
                "vaccination-officer", "health", SIMING, VaccinationServiceGrpc.newBlockingStub(service.channel()));
    }

    public BirthServiceBlockingStub births() {
        return births("vaccination-officer", "health");
    }

    public BirthServiceBlockingStub births(String role, String department) {
        return service.as(role, department, SIMING, BirthServiceGrpc.newBlockingStub(service.channel()));
    }

    public VaccinationUnitServiceBlockingStub units(String division) {
        return service.as(
                "vaccination-officer",
                "health",
                division,
                VaccinationUnitServiceGrpc.newBlockingStub(service.channel()));
    }

    public static RequestContext context(Purpose purpose) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef("TEST-1")
                .build();
    }

    public static RecordDoseRequest.Builder dose(String child, String vaccine, String day) {
        return RecordDoseRequest.newBuilder()
                .setCitizenId(child)
                .setVaccine(vaccine)
                .setGivenOn(day)
                .setDivision(SIMING)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(context(Purpose.PURPOSE_VACCINATION));
    }

    public GetAssessmentResponse assess(String child, String termStart) {
        return vaccinations()
                .getAssessment(GetAssessmentRequest.newBuilder()
                        .setCitizenId(child)
                        .setTermStart(termStart)
                        .setContext(context(Purpose.PURPOSE_VACCINATION))
                        .build());
    }

    public PersonKey key(String citizenId) {
        return service.bean(PersonKeys.class).of(service.bean(CitizenIds.class).read("citizen_id", citizenId));
    }

    public FactRow fact(String dataset, String citizenId, String factId) {
        return service.bean(Facts.class)
                .current(dataset, key(citizenId), factId)
                .orElseThrow();
    }

    /** Brings a file in; returns the rejected lines. */
    public List<Reject> load(String kind, List<String> lines) {
        List<Reject> rejects = new ArrayList<>();
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            service.bean(FileImport.class)
                    .run(kind, new ByteArrayInputStream(file), progress -> rejects.addAll(progress.rejects()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rejects;
    }
}
