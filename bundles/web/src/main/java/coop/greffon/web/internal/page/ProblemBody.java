package coop.greffon.web.internal.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type what kind of refusal, a relative address
 * @param title one sentence
 * @param status the status of the answer
 * @param errors the fields at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(String type, String title, int status, List<Field> errors) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String field, String value, String message, String remedy) {}
}
