package coop.greffon.web.internal.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type what kind of refusal, a relative address that explains it
 * @param title one sentence
 * @param key what the sentence is called in every language
 * @param status the status of the answer
 * @param incident what the log knows it by, null where nothing went wrong on our side
 * @param errors the fields at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(String type, String title, String key, int status, String incident, List<Field> errors) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String field, String value, String message, String remedy) {}
}
