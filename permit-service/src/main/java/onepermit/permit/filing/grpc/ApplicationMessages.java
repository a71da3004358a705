package onepermit.permit.filing.grpc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.application.Due;
import onepermit.permit.application.Filer;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.FilingState;
import onepermit.permit.filing.Ruling;
import onepermit.permit.filing.Standing;
import onepermit.permit.v1.ApplicationAct;
import onepermit.permit.v1.ApplicationRuling;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.FilerKind;
import onepermit.permit.v1.Material;
import onepermit.permit.v1.MissingItem;
import onepermit.permit.v1.OneTimeNotice;
import onepermit.permit.v1.PermitApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An application as the contract writes it. */
@Component
class ApplicationMessages {
    private final Clock clock;

    ApplicationMessages(Clock clock) {
        this.clock = clock;
    }

    PermitApplication application(FiledApplication filed) {
        Standing standing = filed.standing();
        Due due = standing.due();
        DivisionCode window = filed.filing().filedIn();
        PermitApplication.Builder application = PermitApplication.newBuilder()
                .setId(filed.id())
                .setDivision(filed.filing().division().value())
                .setFiledIn(window == null ? "" : window.value())
                .setState(state(filed.state()))
                .setFiler(filer(filed.filing().filer().kind()))
                .setOpenedOn(filed.filing().openedOn().toString())
                .setSubmittedOn(text(standing.handedInOn()))
                .setAcceptedOn(text(standing.acceptedOn()))
                .setDueOn(due == null ? "" : due.on().toString())
                .setDueCertain(due != null && due.certain())
                .setOverdue(filed.overdue(LocalDate.now(clock)))
                .setFeeFen(standing.feeFen())
                .setDecisionId(text(standing.decisionId()))
                .addAllMaterials(standing.materials().stream()
                        .map(paper -> Material.newBuilder()
                                .setKind(paper.kind())
                                .setSha256(paper.sha256())
                                .build())
                        .toList())
                .setPermitNumber(text(standing.permitNumber()));
        if (standing.notice() != null) {
            application.setNotice(OneTimeNotice.newBuilder()
                    .setOn(standing.notice().on().toString())
                    .addAllItems(missing(standing.notice().items())));
        }
        if (standing.ruling() != null) {
            application.setRuling(ruling(standing.ruling()));
        }
        return application.build();
    }

    static List<MissingItem> missing(List<onepermit.permit.filing.MissingItem> items) {
        return items.stream()
                .map(item -> MissingItem.newBuilder()
                        .setCode(item.code())
                        .setTextZh(item.textZh())
                        .setTextEn(item.textEn())
                        .setArticle(item.article())
                        .addAllAnyOf(item.anyOf())
                        .setEarliestOn(text(item.earliest()))
                        .build())
                .toList();
    }

    static FilingState state(ApplicationState state) {
        return FilingState.valueOf(state.name().substring("APPLICATION_STATE_".length()));
    }

    private static ApplicationState state(FilingState state) {
        return ApplicationState.valueOf("APPLICATION_STATE_" + state.name());
    }

    private static FilerKind filer(Filer.Kind kind) {
        return switch (kind) {
            case SELF -> FilerKind.FILER_KIND_SELF;
            case RELATIVE -> FilerKind.FILER_KIND_RELATIVE;
            case EMPLOYER -> FilerKind.FILER_KIND_EMPLOYER;
            case NOT_ASKED -> FilerKind.FILER_KIND_UNSPECIFIED;
        };
    }

    private static ApplicationRuling ruling(Ruling ruling) {
        return ApplicationRuling.newBuilder()
                .setAct(
                        switch (ruling.act()) {
                            case ACCEPT -> ApplicationAct.APPLICATION_ACT_ACCEPT;
                            case REFUSE -> ApplicationAct.APPLICATION_ACT_REFUSE;
                        })
                .setOfficer(ruling.officer())
                .setReason(ruling.reason())
                .setArticle(ruling.article())
                .setOn(ruling.on().toString())
                .build();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
