package onepermit.education.ranking;

import java.time.Duration;
import java.util.List;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes objections to the owners of the facts, as corrections. The objection's id is the request id there, so that one which was sent twice, for this
 * process was stopped in between, is one correction.
 */
@Component
class SendObjections extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(SendObjections.class);
    private static final int AT_ONCE = 100;

    private final Objections objections;
    private final Applications applications;
    private final OwnersCorrections owners;
    private final Duration every;

    SendObjections(
            Objections objections,
            Applications applications,
            OwnersCorrections owners,
            @Value("${onepermit.objections.send-every:PT1S}") Duration every) {
        super("send-objections", every);
        this.objections = objections;
        this.applications = applications;
        this.owners = owners;
        this.every = every;
    }

    @Override
    protected void turn() throws InterruptedException {
        List<UnsentObjection> waiting = objections.unsent(AT_ONCE);
        for (UnsentObjection objection : waiting) {
            if (goesOn()) {
                send(objection);
            }
        }
        rest(every);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("objections.send.trouble again_in={} cause={}", every, e.toString());
    }

    private void send(UnsentObjection unsent) {
        SchoolApplication application = applications.known(unsent.objection().number());
        switch (owners.send(unsent, application)) {
            case OwnersCorrections.Sent.Raised raised ->
                objections.storeSent(unsent.objection().id(), new Objection.AtOwner(raised.id(), ""));
            case OwnersCorrections.Sent.Refused refused ->
                objections.storeSent(unsent.objection().id(), new Objection.AtOwner("", refused.reason()));
            case OwnersCorrections.Sent.Later later ->
                LOG.debug(
                        "objection.waits id={} owner={} cause={}",
                        unsent.objection().id(),
                        unsent.objection().owner(),
                        later.cause());
        }
    }
}
