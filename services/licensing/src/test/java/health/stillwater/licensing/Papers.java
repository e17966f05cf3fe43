package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.licensing.NewCredential.CdsRegistration;
import health.stillwater.licensing.NewCredential.DeaRegistration;
import health.stillwater.licensing.NewCredential.MedicalLicense;
import health.stillwater.licensing.NewCredential.PharmacyDea;
import health.stillwater.licensing.NewCredential.PharmacyLicense;
import health.stillwater.licensing.NewCredential.PharmacyRegistration;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.sandbox.FakeBoard;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What holders tell of themselves, with the boards knowing the same. */
abstract class Papers {

    static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    static final LocalDate NEXT_SPRING = LocalDate.of(2027, 3, 31);

    @Autowired FakeBoard board;

    /** Of the physician and the pharmacy of this test: the database is the same for all. */
    final Numbers numbers = new Numbers();

    NewCredential license(UsState state, LocalDate lastDay) {
        var number = numbers.next("ME");
        board.knows("license", state.name(), number, lastDay, "md", List.of());
        return new MedicalLicense(state, number, LicenseType.MD, BEGINNING, lastDay, null);
    }

    NewCredential dea(UsState state, LocalDate lastDay) {
        var number = numbers.dea();
        board.knows("dea", state.name(), number, lastDay, null, List.of("2N", "3N"));
        return new DeaRegistration(state, number, Set.of("2N", "3N"), BEGINNING, lastDay, null);
    }

    NewCredential cds(UsState state, LocalDate lastDay) {
        var number = numbers.next("D");
        board.knows("cds", state.name(), number, lastDay);
        return new CdsRegistration(state, number, state, BEGINNING, lastDay, null);
    }

    NewCredential telehealthRegistration(UsState state, LocalDate lastDay) {
        var number = numbers.next("TPME");
        board.knows("telehealth-registration", state.name(), number, lastDay);
        return new NewCredential.TelehealthRegistration(state, number, BEGINNING, lastDay, null);
    }

    NewCredential boardCertification(String specialty, @Nullable LocalDate lastDay) {
        var number = numbers.next("BC");
        board.knows("board-certification", "US", number, lastDay, null, List.of());
        return new NewCredential.BoardCertification(
                "American Board of " + specialty, specialty, number, BEGINNING, lastDay, null);
    }

    NewCredential floridaProfile(@Nullable Boolean designated, @Nullable String exemption) {
        var number = numbers.next("ME");
        board.knows("florida-profile", "FL", number, null, null, List.of())
                .says("florida-profile", "FL", number, "designated", designated)
                .says("florida-profile", "FL", number, "painExemption", exemption);
        return new NewCredential.FloridaProfile(number, BEGINNING, null);
    }

    NewCredential signingCredential() {
        var number = numbers.next("TOKEN");
        board.knowsSigningCredential(number, NEXT_SPRING);
        return new NewCredential.SigningCredential(number, BEGINNING, NEXT_SPRING, null);
    }

    NewCredential pharmacyLicense(UsState state, LocalDate lastDay) {
        var number = numbers.next("PH");
        board.knows("pharmacy-license", state.name(), number, lastDay);
        return new PharmacyLicense(state, number, BEGINNING, lastDay, null);
    }

    NewCredential pharmacyRegistration(UsState state, LocalDate lastDay) {
        var number = numbers.next("NR");
        board.knows("pharmacy-registration", state.name(), number, lastDay);
        return new PharmacyRegistration(state, number, BEGINNING, lastDay, null);
    }

    NewCredential pharmacyDea(UsState state, LocalDate lastDay) {
        var number = numbers.dea();
        board.knows("pharmacy-dea", state.name(), number, lastDay);
        return new PharmacyDea(state, number, BEGINNING, lastDay, null);
    }
}
