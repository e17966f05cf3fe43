package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.Rulebook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says on every page what is stopped, to each reader in words fit for them: no patient reads a
 * physician's name, no colleague another's trouble, no pharmacy or biller what somebody is treated
 * for.
 */
@Component
public class Banners {

    private static final Logger LOG = LoggerFactory.getLogger(Banners.class);
    private static final Banner CANNOT_SAY =
            new Banner(
                    "We cannot see whether something is stopped",
                    "The rules cannot be read at this moment. Nothing is signed while that lasts.",
                    null);

    private final Rulebook rulebook;

    Banners(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    List<Banner> of(Actor reader) {
        try {
            return rulebook.switches().stream()
                    .filter(KillSwitch::stops)
                    .map(stop -> said(stop, reader))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        } catch (DataAccessException unreadable) {
            LOG.error("The kill switches cannot be read", unreadable);
            return reader.kind().staff() ? List.of(CANNOT_SAY) : List.of();
        }
    }

    private static @Nullable Banner said(KillSwitch stop, Actor reader) {
        return switch (reader.kind()) {
            case NOBODY, VISITOR, SYSTEM -> toThePublic(stop);
            case PATIENT -> toAPatient(stop);
            case PHYSICIAN -> toAPhysician(stop, reader);
            case PHARMACIST -> toAPharmacist(stop, reader);
            case BILLING -> toBilling(stop);
            case COMPLIANCE -> toCompliance(stop);
        };
    }

    private static @Nullable Banner toThePublic(KillSwitch stop) {
        return switch (stop.scope()) {
            case EVERYTHING ->
                    new Banner(
                            "New prescriptions are paused",
                            "You can still take the assessment. We will say here when we go on.",
                            null);
            case STATE ->
                    new Banner(
                            "Care in " + state(stop) + " is paused",
                            "We will say here when we go on.",
                            null);
            case INDICATION ->
                    new Banner(
                            "Care for " + stop.targetName() + " is paused",
                            "We will say here when we go on.",
                            null);
            case PHYSICIAN, PHARMACY -> null;
        };
    }

    private static @Nullable Banner toAPatient(KillSwitch stop) {
        return switch (stop.scope()) {
            case EVERYTHING ->
                    new Banner(
                            "New prescriptions are paused",
                            "Visits and check-ins go on. We contact you if this concerns yours.",
                            null);
            case STATE, INDICATION -> toThePublic(stop);
            case PHYSICIAN ->
                    new Banner(
                            "Some requests take longer",
                            "We contact you if this concerns yours. You need do nothing.",
                            null);
            case PHARMACY ->
                    new Banner(
                            "Some deliveries take longer",
                            "We contact you if this concerns yours. You need do nothing.",
                            null);
        };
    }

    private static @Nullable Banner toAPhysician(KillSwitch stop, Actor reader) {
        var since = since(stop);
        return switch (stop.scope()) {
            case EVERYTHING ->
                    new Banner(
                            "All prescribing is stopped",
                            since + " Nothing can be claimed, approved or sent.",
                            null);
            case STATE ->
                    new Banner(
                            "Prescribing in " + state(stop) + " is stopped",
                            since + " Requests from there are held.",
                            null);
            case INDICATION ->
                    new Banner(
                            "Prescribing for " + stop.targetName() + " is stopped",
                            since + " Requests for it are held.",
                            null);
            case PHYSICIAN ->
                    reader.id().toString().equals(stop.target())
                            ? new Banner(
                                    "Your prescribing is stopped",
                                    since + " Call compliance to learn why and what comes next.",
                                    null)
                            : null;
            case PHARMACY ->
                    new Banner(
                            "Nothing goes to " + stop.targetName(),
                            since + " Requests that would be filled there are held.",
                            null);
        };
    }

    private static @Nullable Banner toAPharmacist(KillSwitch stop, Actor reader) {
        var since = since(stop);
        return switch (stop.scope()) {
            case EVERYTHING -> new Banner("No new orders for now", since, null);
            case STATE -> new Banner("No new orders for " + state(stop) + " for now", since, null);
            case INDICATION -> new Banner("Some orders are held for now", since, null);
            case PHARMACY ->
                    Objects.toString(reader.organization(), "").equals(stop.target())
                            ? new Banner(
                                    "No new orders for your pharmacy for now",
                                    since + " Call compliance to learn why.",
                                    null)
                            : null;
            case PHYSICIAN -> null;
        };
    }

    private static Banner toBilling(KillSwitch stop) {
        var what =
                switch (stop.scope()) {
                    case EVERYTHING -> "All prescribing is stopped";
                    case STATE -> "Prescribing in " + state(stop) + " is stopped";
                    case INDICATION -> "Prescribing for one treatment is stopped";
                    case PHYSICIAN -> "One physician's prescribing is stopped";
                    case PHARMACY -> "Nothing goes to " + stop.targetName();
                };
        return new Banner(what, since(stop) + " Accounts and refunds go on.", null);
    }

    private static Banner toCompliance(KillSwitch stop) {
        var by = " by " + stop.words().getFirst().byName();
        var waits =
                switch (stop.last().said()) {
                    case THROWN -> " It waits for a second person to confirm it or lift it.";
                    case RELEASE_ASKED -> " Its release waits for a second person.";
                    case CONFIRMED, RELEASE_REFUSED, LIFTED, RELEASED -> "";
                };
        return new Banner(
                (stop.scope() == Scope.EVERYTHING ? "All prescribing" : stop.targetName())
                        + " is stopped",
                since(stop).replace(".", by + ".") + waits,
                "/compliance/rulebook/switches/" + stop.number());
    }

    private static String since(KillSwitch stop) {
        return "Since " + Moments.full(stop.thrownAt(), Moments.HOUSE) + ".";
    }

    private static String state(KillSwitch stop) {
        return UsState.valueOf(Objects.requireNonNull(stop.target())).title();
    }
}
