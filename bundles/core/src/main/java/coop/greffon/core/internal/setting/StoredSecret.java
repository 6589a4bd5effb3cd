package coop.greffon.core.internal.setting;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The content of a secret setting, in a table of its own that no export and no backup reads. */
@Entity
@Table(name = "greffon_core_setting_secret")
public class StoredSecret {
    @Id
    @Column(name = "setting_id")
    private Long settingId;

    private String content;

    protected StoredSecret() {}

    StoredSecret(Long settingId, String content) {
        this.settingId = settingId;
        this.content = content;
    }

    Long settingId() {
        return settingId;
    }

    String content() {
        return content;
    }
}
