package org.mineban.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Obligation;
import org.mineban.presentation.DutyCalendar;
import org.mineban.presentation.Json;
import org.mineban.presentation.Table;
import org.mineban.presentation.TableFiles;
import org.mineban.presentation.Tables;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the pages show, as files: the same filters, the same day. */
@RestController
final class TableDownloads {

    @GetMapping("/states.{format:csv|xlsx|json}")
    ResponseEntity<byte[]> states(Visit visit, @PathVariable("format") String format) {
        Table table = Tables.status(
                visit.knowledge().register(), StateFilter.of(visit).select(visit), visit.on(), visit.narrator());
        return file(visit, table, "mineban-states-" + visit.on(), format);
    }

    @GetMapping("/duties.{format:csv|xlsx|json|ics}")
    ResponseEntity<byte[]> duties(Visit visit, @PathVariable("format") String format) {
        List<Obligation> duties =
                DutyFilter.of(visit, visit.knowledge().register()).select(visit.knowledge(), visit.on());
        return duties(visit, duties, "mineban-duties-" + visit.on(), format);
    }

    @GetMapping("/states/{code:[A-Za-z]{3}}/duties.{format:csv|xlsx|json|ics}")
    ResponseEntity<byte[]> dutiesOf(
            Visit visit, @PathVariable("code") String code, @PathVariable("format") String format) {
        StateCode state = visit.knowledge().register().getState(code).code();
        List<Obligation> duties = visit.knowledge().obligations().of(state, visit.on());
        return duties(visit, duties, "mineban-duties-" + state + "-" + visit.on(), format);
    }

    private static ResponseEntity<byte[]> duties(Visit visit, List<Obligation> duties, String name, String format) {
        if (format.equals("ics")) {
            String calendar = DutyCalendar.of(duties, visit.on(), visit.narrator());
            return answer("text/calendar;charset=utf-8", name + ".ics", calendar.getBytes(StandardCharsets.UTF_8));
        }
        return file(visit, Tables.deadlines(duties, visit.narrator()), name, format);
    }

    static ResponseEntity<byte[]> file(Visit visit, Table table, String name, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (format) {
                case "csv" -> TableFiles.writeCsv(table, out);
                case "xlsx" -> TableFiles.writeXlsx(table, visit.language(), out);
                default -> out.writeBytes(Json.write(table.asObjects()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String type = switch (format) {
            case "csv" -> "text/csv;charset=utf-8";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> MediaType.APPLICATION_JSON_VALUE;
        };
        return answer(type, name + "." + format, out.toByteArray());
    }

    private static ResponseEntity<byte[]> answer(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
