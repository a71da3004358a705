package onepermit.permit.filing.grpc;

import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.RequestFields;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.Filings;
import onepermit.permit.filing.HandInApplication;
import org.springframework.stereotype.Component;

/** The applications that the calling officer has to do with: those of the own division and those filed at the own window. */
@Component
class FiledHere {
    private final Filings filings;
    private final RequestFields fields;

    FiledHere(Filings filings, RequestFields fields) {
        this.filings = filings;
        this.fields = fields;
    }

    /** Another one looks like none. */
    FiledApplication require(String id) {
        return filings.find(id).filter(this::mine).orElseThrow(HandInApplication::notFound);
    }

    private boolean mine(FiledApplication application) {
        DivisionCode window = application.filing().filedIn();
        return fields.owns(application.filing().division()) || window != null && fields.owns(window);
    }
}
