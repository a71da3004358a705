package onepermit.education.admission.project;

import onepermit.education.admission.NameExplanations;
import onepermit.education.admission.PersonAsked;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

@Component
class PermitNames implements NameExplanations {
    @Override
    public Explanation explain(PersonAsked person, RequestContext context) {
        return new Explanation("公安机关暂时无法说明差异。", "Public security could not be asked for the difference.");
    }
}
