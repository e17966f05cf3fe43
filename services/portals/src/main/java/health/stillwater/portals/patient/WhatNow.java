package health.stillwater.portals.patient;

import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.review.CaseStage;
import health.stillwater.visits.VisitView;
import java.time.LocalDate;

/**
 * Finds the one thing to do now. The order of the questions is the order of the journey, backwards.
 */
final class WhatNow {

    private final Journey journey;

    private WhatNow(Journey journey) {
        this.journey = journey;
    }

    static NextStep of(Journey journey) {
        return new WhatNow(journey).next();
    }

    private NextStep next() {
        if (journey.asked()) {
            return NextStep.open(
                    "Your physician has a question",
                    "Your request waits for your answer. It takes as long as a message.",
                    "/patient/question",
                    "Read it and answer");
        }
        var checkIn = journey.checkIns().open();
        if (checkIn != null && !checkIn.answered()) {
            return NextStep.open(
                    "How are you today?",
                    "Your check-in is open: one number, here or by text. Nobody watches answers live.",
                    "/patient/check-ins/answer",
                    "Answer my check-in");
        }
        if (journey.decision().isPresent()) {
            return afterDecision(journey.decision().get());
        }
        if (!journey.enrolled()) {
            return enrolling();
        }
        return journey.comingVisit()
                .map(this::beforeVisit)
                .orElseGet(() -> journey.heldVisit().isPresent() ? inReview() : bookVisit());
    }

    private NextStep enrolling() {
        if (journey.enrollment().answersSpeakAgainst()) {
            return answersSpeakAgainst();
        }
        if (!journey.assessed() && journey.next()) {
            return NextStep.open(
                    "Tell us how you are now",
                    "The same questions as at the start, about five minutes. Your physician reads what has changed.",
                    "/start",
                    "Start the questions");
        }
        if (!journey.assessed()) {
            return NextStep.open(
                    "Answer a few questions",
                    "The free assessment comes first: about five minutes, one question at a time.",
                    "/start",
                    "Start the questions");
        }
        if (!journey.done(Step.ABOUT_YOU)) {
            return NextStep.open(
                    "Tell us who you are",
                    "Name, date of birth, mobile number and the address where parcels reach you.",
                    "/patient/about",
                    "Fill in about you");
        }
        if (!journey.done(Step.IDENTITY)) {
            return NextStep.open(
                    "Show that it is you",
                    "With your driver license or passport and a photo of yourself. About three minutes.",
                    "/patient/identity",
                    "Prove your identity");
        }
        if (!journey.done(Step.CONSENTS)) {
            return NextStep.open(
                    "Read and sign the forms",
                    "Each form has its own box. You may stop at any point and pay nothing.",
                    "/patient/consents",
                    "Read the forms");
        }
        return almostEnrolled();
    }

    private NextStep answersSpeakAgainst() {
        return NextStep.open(
                journey.next()
                        ? "A physician will contact you"
                        : "Treatment at home is not a fit for you now",
                journey.next()
                        ? "Something you told us may make treatment at home unsafe for now, and your physician was told."
                                + " Please wait with your next session until you have talked. Was an answer wrong? Answer"
                                + " the questions again."
                        : "Your answers say so; nothing is charged. If one was wrong or something changed, answer the"
                                + " questions again.",
                "/start",
                "Answer the questions again");
    }

    private NextStep almostEnrolled() {
        if (!journey.cardOnFile()) {
            return NextStep.open(
                    "Save a card",
                    "It is charged nothing now, and nothing at all if the answer is no.",
                    "/patient/card",
                    "Save a card");
        }
        if (!journey.done(Step.LOCATION)) {
            return NextStep.open(
                    "Say where you are today",
                    "A physician may only treat you in a state where they are licensed.",
                    "/patient/location",
                    "Say where I am");
        }
        var again = journey.enrollment().stage() == EnrollmentStage.STOPPED;
        return NextStep.send(
                again ? "Ask us to check again" : "Send it to us",
                "We check that everything is there. Then you choose a time to talk with a physician.",
                "/patient/enrollment",
                again ? "Check again" : "Send my enrollment");
    }

    private NextStep delivered() {
        if (journey.supply() instanceof NextSupply.Open(LocalDate through)) {
            return NextStep.send(
                    "Ask for your next supply",
                    "What you have lasts through "
                            + Moments.date(through)
                            + ". A physician sees you again before more is sent: asking now leaves time for that.",
                    "/patient/supply",
                    "Ask for my next supply");
        }
        return NextStep.open(
                "See how you are doing",
                "Your answers and what they show are here, and when we ask next.",
                "/patient/check-ins",
                "Open my check-ins");
    }

    private static NextStep bookVisit() {
        return NextStep.open(
                "Choose a time to talk with a physician",
                "A video visit of about half an hour, at no cost. They have read your answers by then.",
                "/patient/visit",
                "Choose a time");
    }

    private NextStep beforeVisit(VisitView visit) {
        return NextStep.open(
                "Your video visit is on " + Moments.day(visit.startsAt(), visit.zone()),
                "At "
                        + Moments.time(visit.startsAt(), visit.zone())
                        + " with "
                        + visit.physicianName()
                        + ". Before it begins, say where you are.",
                "/patient/visit",
                "Open the visit");
    }

    private NextStep inReview() {
        if (!journey.done(Step.LOCATION)) {
            return NextStep.open(
                    "Say where you are today",
                    "Your request waits for a physician, who may decide only while we know where you are. What you said holds"
                            + " until midnight.",
                    "/patient/location",
                    "Say where I am");
        }
        var held = journey.review().filter(stage -> stage == CaseStage.HELD).isPresent();
        return held
                ? NextStep.wait(
                        "We are completing your file",
                        "Something a physician must have before deciding is still missing. We check again by ourselves, and"
                                + " will ask you if we need you.")
                : NextStep.wait(
                        "A physician is reviewing your request",
                        "You will read the decision here, with its reason.");
    }

    private NextStep afterDecision(DecisionView decision) {
        if (journey.stopped()) {
            return NextStep.open(
                    "Your treatment was stopped",
                    "Nothing more is sent, and no further month is charged. Read why, and what to do now.",
                    "/patient/record/" + decision.id(),
                    "Read the decision");
        }
        if (journey.declined()) {
            return NextStep.open(
                    "Your decision is here",
                    "It is a no for now, and "
                            + (journey.next()
                                    ? "no further month is charged"
                                    : "you are charged nothing")
                            + ". Read why, and what else there is.",
                    "/patient/record/" + decision.id(),
                    "Read the decision");
        }
        if (journey.plan().stage().needsCard()) {
            return NextStep.open(
                    "Save a card", journey.plan().stage().words(), "/patient/card", "Save a card");
        }
        return journey.order()
                .map(this::onTheWay)
                .orElseGet(
                        () ->
                                NextStep.wait(
                                        "Your prescription is approved",
                                        journey.plan().stage().words()));
    }

    private NextStep onTheWay(OrderProgress order) {
        return switch (order.stage()) {
            case DELIVERED -> delivered();
            case REFUSED, HELD, WITHDRAWN, CANCELED ->
                    NextStep.wait("There is a question about your order", order.words());
            case SHIPPED ->
                    NextStep.wait(
                            "Your parcel is on its way",
                            "Be at home for it: an adult must sign. Lock it away at once, and wait with the first session"
                                    + " until an adult can stay with you.");
            case PLANNED, SENDING, SENT_UNKNOWN, SENT, ACCEPTED, COMPOUNDING ->
                    NextStep.wait("Your medicine is being prepared", order.words());
        };
    }
}
