package health.stillwater.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Flowable as its users have it: a task with the state as its candidate group, the first page of
 * them by priority and due date, one of those claimed, and completed. It keeps no history here.
 */
final class FlowableDesk implements WorkDesk {

    private static final int A_PAGE = 20;
    private static final Set<String> CLAIMED = ConcurrentHashMap.newKeySet();
    private static final List<String> TWICE =
            java.util.Collections.synchronizedList(new ArrayList<>());

    private static @Nullable ProcessEngine engine;

    private final ProcessEngine flowable;
    private final String me;
    private final List<String> groups;
    private final Random chance;

    FlowableDesk(Backlog database, int physician) throws SQLException {
        this.flowable = engine(database);
        this.me = "physician-" + physician;
        this.groups =
                Backlog.statesOf(physician).stream().map(Enum::name).collect(Collectors.toList());
        this.chance = new Random(physician);
    }

    private static synchronized ProcessEngine engine(Backlog database) throws SQLException {
        if (engine == null) {
            database.asSuperuser("create schema flowable authorization stillwater_owner");
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration.setJdbcUrl(database.address() + "?currentSchema=flowable");
            configuration.setJdbcUsername("stillwater_owner");
            configuration.setJdbcPassword("stillwater_owner");
            configuration.setJdbcDriver("org.postgresql.Driver");
            configuration.setJdbcMaxActiveConnections(40);
            configuration.setJdbcMaxIdleConnections(40);
            configuration.setHistoryLevel(HistoryLevel.NONE);
            configuration.setAsyncExecutorActivate(false);
            configuration.setDatabaseSchemaUpdate("true");
            engine = configuration.buildProcessEngine();
        }
        return engine;
    }

    /** One process a state is started by the engine; its rows are copied until there are enough. */
    static void fill(Backlog database, int size) throws SQLException {
        var flowable = engine(database);
        try (var connection = database.connection("stillwater_owner")) {
            run(
                    connection,
                    "set search_path = flowable; truncate act_ru_identitylink, act_ru_task, act_ru_execution, act_ru_actinst cascade");
            for (var state : health.stillwater.kernel.UsState.values()) {
                flowable.getRepositoryService()
                        .createDeployment()
                        .name(state.name())
                        .addString(state.name() + ".bpmn20.xml", process(state.name()))
                        .enableDuplicateFiltering()
                        .deploy();
                flowable.getRuntimeService().startProcessInstanceByKey("case-" + state.name());
            }
            var copies = Math.max(0, size / health.stillwater.kernel.UsState.values().length - 1);
            copy(
                    connection,
                    "act_ru_execution",
                    Set.of("id_", "proc_inst_id_", "parent_id_", "root_proc_inst_id_"),
                    copies);
            copy(
                    connection,
                    "act_ru_task",
                    Set.of("id_", "execution_id_", "proc_inst_id_"),
                    copies);
            copy(
                    connection,
                    "act_ru_identitylink",
                    Set.of("id_", "task_id_", "proc_inst_id_"),
                    copies);
            run(
                    connection,
                    "update flowable.act_ru_task set due_date_ = now() + random() * interval '2 days'");
            run(connection, "vacuum analyze flowable.act_ru_task; ");
        }
        CLAIMED.clear();
    }

    private static void copy(Connection connection, String table, Set<String> ids, int copies)
            throws SQLException {
        var columns = new ArrayList<String>();
        try (var found = connection.getMetaData().getColumns(null, "flowable", table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        var values =
                columns.stream()
                        .map(
                                column ->
                                        ids.contains(column)
                                                ? "o." + column + " || '-' || n"
                                                : "o." + column)
                        .collect(Collectors.joining(", "));
        run(
                connection,
                "insert into flowable."
                        + table
                        + " ("
                        + String.join(", ", columns)
                        + ") select "
                        + values
                        + " from flowable."
                        + table
                        + " o cross join generate_series(1, "
                        + copies
                        + ") n");
    }

    private static String process(String state) {
        return """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="review">
              <process id="case-%s" isExecutable="true">
                <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="decide"/>
                <userTask id="decide" flowable:candidateGroups="%s"/>
                <sequenceFlow id="b" sourceRef="decide" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>
            """
                .formatted(state, state);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var one : sql.split("; ")) {
                statement.execute(one);
            }
        }
    }

    static List<String> claimedTwice() {
        return List.copyOf(TWICE);
    }

    @Override
    public boolean work(Times times) {
        var began = System.nanoTime();
        var page =
                flowable.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroupIn(groups)
                        .taskUnassigned()
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskDueDate()
                        .asc()
                        .listPage(0, A_PAGE);
        if (page.isEmpty()) {
            return false;
        }
        var task = page.get(chance.nextInt(page.size()));
        try {
            flowable.getTaskService().claim(task.getId(), me);
        } catch (FlowableTaskAlreadyClaimedException
                | FlowableOptimisticLockingException
                | FlowableObjectNotFoundException lost) {
            return true;
        }
        times.claimed(System.nanoTime() - began);
        if (!CLAIMED.add(task.getId())) {
            TWICE.add("task " + task.getId() + " was claimed twice");
        }
        flowable.getTaskService().complete(task.getId());
        times.decided();
        return true;
    }

    @Override
    public void close() {
        // The engine and its connections are everybody's.
    }
}
