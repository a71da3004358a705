package onepermit.permit.filing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Officer;
import onepermit.permit.application.Town;
import onepermit.permit.v1.ApplicationAct;
import onepermit.permit.v1.DecideRequest;
import onepermit.permit.v1.DecideResponse;
import onepermit.permit.v1.GetApplicationRequest;
import onepermit.permit.v1.Material;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.SupplementRequest;
import onepermit.permit.v1.SupplementResponse;

/** A window that takes applications in. */
abstract class Window extends Town {
    static final RequestContext CONTEXT = Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION);
    static final String SIMING = "350203";
    static final String DAY = "2025-07-07";

    /** From another province, registered in Siming for half a year, with a lease. */
    String tenant() {
        String citizen = registered();
        dwelling(citizen, "REGISTERED_LEASE", SIMING, "2025-01-06");
        return citizen;
    }

    /** The same without anything that makes a living here. */
    String registered() {
        String citizen = SyntheticIds.man("1990-01-01");
        hukou(citizen, "430100");
        load("residence", "citizen_id,division,address,kind,from", citizen + ",350203,湖滨南路1号,REGISTRATION,2025-01-06");
        awaitNeighbours(key(citizen));
        return citizen;
    }

    OpenResponse open(String citizen) {
        return officer().applications().open(opening(citizen).build());
    }

    static OpenRequest.Builder opening(String citizen) {
        return OpenRequest.newBuilder()
                .setCitizenId(citizen)
                .setOpenedOn(DAY)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    SubmitResponse submit(OpenResponse opened, String... papers) {
        return officer().applications().submit(submission(opened, papers).build());
    }

    static SubmitRequest.Builder submission(OpenResponse opened, String... papers) {
        return SubmitRequest.newBuilder()
                .setApplicationId(opened.getApplication().getId())
                .addAllMaterials(papers(papers))
                .setSubmittedOn(DAY)
                .setEtag(opened.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    SupplementResponse supplement(SubmitResponse submitted, String... papers) {
        return officer()
                .applications()
                .supplement(SupplementRequest.newBuilder()
                        .setApplicationId(submitted.getApplication().getId())
                        .addAllMaterials(papers(papers))
                        .setSupplementedOn("2025-07-08")
                        .setEtag(submitted.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());
    }

    DecideResponse decide(PermitApplication application, String etag, ApplicationAct act) {
        return officer().applications().decide(deciding(application, etag, act).build());
    }

    static DecideRequest.Builder deciding(PermitApplication application, String etag, ApplicationAct act) {
        return DecideRequest.newBuilder()
                .setApplicationId(application.getId())
                .setAct(act)
                .setReason("核对原件一致")
                .setArticle("国务院令第663号 第九条")
                .setDecidedOn("2025-07-09")
                .setEtag(etag)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    PermitApplication read(PermitApplication application) {
        return officer()
                .applications()
                .getApplication(reading(application).build())
                .getApplication();
    }

    static GetApplicationRequest.Builder reading(PermitApplication application) {
        return GetApplicationRequest.newBuilder()
                .setApplicationId(application.getId())
                .setContext(CONTEXT);
    }

    private static List<Material> papers(String... kinds) {
        return Stream.of(kinds)
                .map(kind -> Material.newBuilder()
                        .setKind(kind)
                        .setSha256("0".repeat(64))
                        .build())
                .toList();
    }
}
