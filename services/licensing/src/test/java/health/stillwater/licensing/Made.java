package health.stillwater.licensing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import health.stillwater.rulebook.Rulebook;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.test.util.ReflectionTestUtils;

/** Holders, credentials and what their sources say of them, without a database. */
final class Made {

    static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    static final LocalDate NEXT_SPRING = LocalDate.of(2027, 3, 31);

    /** Noon in Florida, on a Tuesday. */
    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    static final PhysicianId MARY = PhysicianId.next();
    static final PharmacyId HARBOR = PharmacyId.next();
    static final UUID STILLWATER = UUID.randomUUID();

    private static final Numbers NUMBERS = new Numbers();
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private Made() {}

    static Physician mary() {
        return new Physician(
                new NewPhysician(
                        MARY, "Mary Salt", NUMBERS.npi(), "1 Harbor Way", UsState.FL, List.of()),
                NOON);
    }

    static Pharmacy harbor() {
        return new Pharmacy(
                new NewPharmacy(
                        HARBOR,
                        "Harbor",
                        UsState.NJ,
                        "555-0100",
                        URI.create("http://localhost:9/orders"),
                        "whsec",
                        true,
                        true,
                        List.of()),
                NOON);
    }

    /** Eastern time for what is federal, for Florida and New Jersey; Central for Texas. */
    static Rulebook rulebook() {
        var rulebook = mock(Rulebook.class);
        lenient().when(rulebook.federalZone()).thenReturn(Optional.of(EASTERN));
        lenient().when(rulebook.zoneOf(any())).thenReturn(Optional.empty());
        lenient().when(rulebook.zoneOf(UsState.FL)).thenReturn(Optional.of(EASTERN));
        lenient().when(rulebook.zoneOf(UsState.NJ)).thenReturn(Optional.of(EASTERN));
        lenient()
                .when(rulebook.zoneOf(UsState.TX))
                .thenReturn(Optional.of(ZoneId.of("America/Chicago")));
        return rulebook;
    }

    static NewCredential told(CredentialKind kind, UsState state, @Nullable LocalDate lastDay) {
        return told(kind, state, BEGINNING, lastDay);
    }

    static NewCredential told(
            CredentialKind kind, UsState state, LocalDate from, @Nullable LocalDate end) {
        var number = kind.dea() ? NUMBERS.dea() : NUMBERS.next("N");
        return switch (kind) {
            case LICENSE ->
                    new NewCredential.MedicalLicense(
                            state, number, LicenseType.MD, from, end, null);
            case TELEHEALTH_REGISTRATION ->
                    new NewCredential.TelehealthRegistration(state, number, from, end, null);
            case DEA ->
                    new NewCredential.DeaRegistration(state, number, Set.of("3N"), from, end, null);
            case CDS ->
                    new NewCredential.CdsRegistration(state, number, UsState.NJ, from, end, null);
            case BOARD_CERTIFICATION ->
                    new NewCredential.BoardCertification(
                            "American Board", "Psychiatry", number, from, end, null);
            case FLORIDA_PROFILE -> new NewCredential.FloridaProfile(number, from, null);
            case SIGNING_CREDENTIAL -> new NewCredential.SigningCredential(number, from, end, null);
            case PHARMACY_LICENSE ->
                    new NewCredential.PharmacyLicense(state, number, from, end, null);
            case PHARMACY_REGISTRATION ->
                    new NewCredential.PharmacyRegistration(state, number, from, end, null);
            case PHARMACY_DEA -> new NewCredential.PharmacyDea(state, number, from, end, null);
            case ORGANIZATION_REGISTRATION ->
                    new NewCredential.OrganizationRegistration(state, number, from, end, null);
        };
    }

    /** As told by whoever may hold this kind; no source has spoken. */
    static Credential unconfirmed(CredentialKind kind, UsState state, @Nullable LocalDate lastDay) {
        return unconfirmed(told(kind, state, lastDay));
    }

    static Credential unconfirmed(NewCredential told) {
        var holder = Holder.of(MARY);
        if (!holder.mayHold(CredentialKind.of(told))) {
            holder = Holder.of(HARBOR);
        }
        if (!holder.mayHold(CredentialKind.of(told))) {
            holder = Holder.of(STILLWATER);
        }
        return new Credential(holder, told, NOON);
    }

    /** Its source said at noon that it is active. */
    static Credential confirmed(CredentialKind kind, UsState state, @Nullable LocalDate lastDay) {
        return confirmed(told(kind, state, lastDay));
    }

    static Credential confirmed(NewCredential told) {
        var credential = unconfirmed(told);
        credential.hears(says(CredentialStatus.ACTIVE), false, NOON);
        forgetNews(credential);
        return credential;
    }

    static BoardAnswer.Told says(CredentialStatus status) {
        return says(status, BoardAnswer.Details.NONE, NOON);
    }

    static BoardAnswer.Told says(
            CredentialStatus status, BoardAnswer.Details details, Instant seenAt) {
        return new BoardAnswer.Told(status, details, new Evidence("The board", "reply", seenAt));
    }

    static BoardAnswer.Details endsOn(LocalDate day) {
        return new BoardAnswer.Details(day, null, List.of(), null, null, null, null, null, null);
    }

    static BoardAnswer.Details suspendedFrom(Instant from) {
        return new BoardAnswer.Details(null, null, List.of(), null, from, null, null, null, null);
    }

    static BoardAnswer.Details disciplined() {
        return new BoardAnswer.Details(null, true, List.of(), null, null, null, null, null, null);
    }

    static BoardAnswer.Details profile(@Nullable Boolean designated, @Nullable String exemption) {
        return new BoardAnswer.Details(
                null, null, List.of(), null, null, designated, exemption, null, null);
    }

    static BoardAnswer.Details signs(@Nullable Boolean proofed, @Nullable TwoFactor factor) {
        return new BoardAnswer.Details(
                null, null, List.of(), null, null, null, null, proofed, factor);
    }

    /** What it has to tell, and has not told yet. */
    static List<Object> news(AbstractAggregateRoot<?> root) {
        Collection<?> told = ReflectionTestUtils.invokeMethod(root, "domainEvents");
        return told == null ? List.of() : List.<Object>copyOf(told);
    }

    static void forgetNews(AbstractAggregateRoot<?> root) {
        ReflectionTestUtils.invokeMethod(root, "clearDomainEvents");
    }
}
