package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.PlenaryMeeting;

/** One resolution of a document while its blocks are being gathered. */
final class Part {
    @Nullable
    ResolutionNumber number;

    @Nullable
    String omnibusTitle;

    final List<String> title = new ArrayList<>();
    final List<String> body = new ArrayList<>();
    final List<AnnexBlocks> annexes = new ArrayList<>();
    final List<String> after = new ArrayList<>();

    @Nullable
    PlenaryMeeting plenaryMeeting;

    boolean opened;
    int firstBlock;
    int endBlock;

    /** An annex and its blocks. */
    record AnnexBlocks(@Nullable String heading, List<String> blocks) {}

    Part(int firstBlock) {
        this.firstBlock = firstBlock;
        this.endBlock = firstBlock;
    }

    boolean isEmpty() {
        return number == null && title.isEmpty() && body.isEmpty() && plenaryMeeting == null && annexes.isEmpty();
    }

    /** Where the reader is in this part. */
    enum State {
        TITLE,
        BODY,
        AFTER,
        ANNEX
    }
}
