package health.stillwater.prescribing;

import static health.stillwater.prescribing.PrescriberVerdict.CHANGE;
import static health.stillwater.prescribing.PrescriberVerdict.DECLINE;
import static health.stillwater.prescribing.PrescriberVerdict.REFER;
import static health.stillwater.prescribing.PrescriberVerdict.STOP;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a physician decides so, by code. The physician's own words stand beside it. */
public enum DecisionReason {
    CONTRAINDICATION(
            "Contraindication",
            "Something in your health history makes this treatment unsafe for you.",
            DECLINE,
            STOP),
    NOT_INDICATED(
            "Not indicated",
            "This treatment is not the right one for what you described.",
            DECLINE),
    UNSAFE_AT_HOME(
            "Not safe at home",
            "This treatment would not be safe for you at home. It may be possible somewhere with staff beside you.",
            DECLINE,
            REFER,
            STOP),
    NEEDS_IN_CLINIC_CARE(
            "Needs in-clinic care",
            "You need care that can only be given in person. A clinic near you can help.",
            DECLINE,
            REFER),
    SEVERE_OR_IN_CRISIS(
            "Severe or in crisis",
            "What you live with is too severe for treatment at home. A clinic can do more, and sooner.",
            REFER),
    INCOMPLETE_INFORMATION(
            "Incomplete information",
            "We could not get enough information to decide safely.",
            DECLINE),
    NO_RESPONSE(
            "Not enough benefit", "The treatment has not helped you enough to go on.", REFER, STOP),
    DOSE_RAISED("Dose raised", "The dose so far was not enough for you.", CHANGE),
    DOSE_LOWERED("Dose lowered", "A lower dose is safer for you.", CHANGE),
    OTHER_FORM("Other form or schedule", "Another form or schedule suits you better.", CHANGE),
    SIDE_EFFECT("Side effect", "Side effects make it unsafe to go on.", STOP),
    MISUSE_OR_DIVERSION("Misuse or diversion", "The medicine was not used as agreed.", STOP),
    COURSE_COMPLETED("Course completed", "You have reached what the treatment was for.", STOP),
    PATIENT_CHOICE(
            "Patient's choice", "You and your physician agreed not to go on.", DECLINE, STOP);

    private final String words;
    private final String patientWords;
    private final Set<PrescriberVerdict> verdicts;

    DecisionReason(
            String words,
            String patientWords,
            PrescriberVerdict first,
            PrescriberVerdict... others) {
        this.words = words;
        this.patientWords = patientWords;
        this.verdicts = EnumSet.of(first, others);
    }

    /** The reasons there are for this verdict; none for one that carries no reason. */
    public static List<DecisionReason> of(PrescriberVerdict verdict) {
        return Arrays.stream(values()).filter(reason -> reason.explains(verdict)).toList();
    }

    boolean explains(PrescriberVerdict verdict) {
        return verdicts.contains(verdict);
    }

    /** As physicians and records say it. */
    public String words() {
        return words;
    }

    /** As the patient is told. */
    public String patientWords() {
        return patientWords;
    }
}
