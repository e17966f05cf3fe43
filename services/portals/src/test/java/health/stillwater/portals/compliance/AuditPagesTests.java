package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.audit.Audit;
import health.stillwater.audit.AuditFilter;
import health.stillwater.audit.AuditRow;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Desk;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final PatientId PATIENT =
            new PatientId(UUID.fromString("30177000-0000-4000-8000-000000000001"));

    private final Audit audit = mock(Audit.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(audit.search(any())).thenReturn(List.of());
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new AuditController(audit));
    }

    @Test
    void theTrailIsReadNewestFirstInTheHousesZone() {
        when(audit.search(AuditFilter.everything())).thenReturn(rows(3));
        var page = desk.read("/compliance/audit");
        assertThat(page.select(".sw-title p").text())
                .isEqualTo("Rows 1 to 3, newest first. Days and times are Eastern (ET).");
        assertThat(page.select("main tbody tr").first().text())
                .contains(
                        "November 23, 2026, 2:15 pm ET",
                        "Dr. Imre Castellane",
                        "Physician",
                        "Prescription approved",
                        PATIENT.toString());
        assertThat(page.select("form[aria-label=Pages]")).isEmpty();
    }

    @Test
    void theFilterBecomesTheQuestionAndStaysOutOfTheAddress() {
        var page =
                Desk.page(
                        desk.send(
                                "/compliance/audit",
                                "patient",
                                PATIENT.toString(),
                                "actor",
                                "castellane",
                                "action",
                                "approved",
                                "from",
                                "2026-11-01",
                                "to",
                                "2026-11-23"),
                        200,
                        "compliance-audit-none");
        verify(audit)
                .search(
                        new AuditFilter(
                                PATIENT,
                                "castellane",
                                "approved",
                                Instant.parse("2026-11-01T04:00:00Z"),
                                Instant.parse("2026-11-24T05:00:00Z"),
                                0));
        assertThat(page.select("form[role=search]").attr("method")).isEqualTo("post");
        assertThat(page.getElementById("actor").val()).isEqualTo("castellane");
        assertThat(page.select(".sw-empty h2").text()).isEqualTo("No row fits");
    }

    @Test
    void aFullPageLeadsToOlderRowsWithTheSameFilter() {
        when(audit.search(any())).thenReturn(rows(AuditFilter.PAGE_SIZE));
        var page =
                Desk.page(
                        desk.send("/compliance/audit", "actor", "castellane", "page", "1"),
                        200,
                        "compliance-audit-second");
        assertThat(page.select(".sw-title p").text()).startsWith("Rows 51 to 100");
        var pages = page.select("form[aria-label=Pages]");
        assertThat(pages.select("[name=actor]").val()).isEqualTo("castellane");
        assertThat(pages.select("button").eachText()).containsExactly("Newer rows", "Older rows");
        assertThat(pages.select("button").eachAttr("value")).containsExactly("0", "2");
    }

    @Test
    void wrongInputIsSaidAtItsFieldAndAllOfItIsKept() {
        var page =
                Desk.page(
                        desk.send(
                                "/compliance/audit",
                                "patient",
                                "Rosalind",
                                "actor",
                                "castellane",
                                "from",
                                "last week"),
                        422,
                        "compliance-audit-error");
        assertThat(page.select(".sw-errors a").eachAttr("href"))
                .containsExactly("#patient", "#from");
        assertThat(page.getElementById("patient").val()).isEqualTo("Rosalind");
        assertThat(page.getElementById("actor").val()).isEqualTo("castellane");
        var turned =
                Desk.page(
                        desk.send(
                                "/compliance/audit",
                                "from",
                                "2026-11-23",
                                "to",
                                "2026-11-01",
                                "page",
                                "-4"),
                        422,
                        "compliance-audit-turned");
        assertThat(turned.getElementById("to-error").text()).contains("before the first");
        verify(audit, never()).search(any());
    }

    private static List<AuditRow> rows(int many) {
        return Collections.nCopies(
                many,
                new AuditRow(
                        412,
                        NOW,
                        Actor.Kind.PHYSICIAN,
                        UUID.randomUUID().toString(),
                        "Dr. Imre Castellane",
                        "Prescription approved",
                        PATIENT,
                        "decision d3c1510a-0000-4000-8000-000000000042"));
    }
}
