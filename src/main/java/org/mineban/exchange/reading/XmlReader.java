package org.mineban.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.Cells;
import org.mineban.exchange.Format;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.exchange.SourceTable;
import org.mineban.geography.Projection;

/** KML, KMZ, GPX and maXML: what they have in common is that records are elements somewhere in XML. */
final class XmlReader implements RecordReader {

    private static final int RECORDS_FOR_COLUMNS = 20_000;

    private final Path file;
    private final Format format;
    private final ReadingLimits limits;
    private final @Nullable Archive archive;
    private final Map<SourceTable, Place> places = new LinkedHashMap<>();
    private final Set<ReadingFinding> findings = new LinkedHashSet<>();

    /** Where the records of a table are. */
    private record Place(String entry, String kind) {}

    XmlReader(Format format, Path file, ReadingLimits limits) {
        this.file = file;
        this.format = format;
        this.limits = limits;
        archive = format == Format.KMZ ? Archive.open(file, limits) : null;
        try {
            if (archive == null) {
                look("");
            } else {
                for (ZipEntry entry : archive.ending(".kml")) {
                    look(entry.getName());
                }
            }
            if (places.isEmpty()) {
                throw FileProblems.of("source-without-table", Map.of("file", FileProblems.name(file)));
            }
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** The elements that are records, and what they are called as a table. */
    private Map<String, String> kinds() {
        return switch (format) {
            case GPX -> Map.of("wpt", "waypoints", "rte", "routes", "trk", "tracks");
            case MAXML -> Map.of("FieldReport", "FieldReport");
            default -> Map.of("Placemark", "");
        };
    }

    private void look(String entry) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        String name = "";
        try (Pass pass = new Pass(entry, "")) {
            for (int i = 0; i < RECORDS_FOR_COLUMNS && pass.hasNext(); i++) {
                SourceRecord record = pass.next();
                columns.computeIfAbsent(pass.kind, kind -> new LinkedHashSet<>())
                        .addAll(record.cells().columns());
            }
            name = pass.documentName;
            for (String link : pass.links) {
                findings.add(new ReadingFinding(Kind.LINK_NOT_FOLLOWED, Map.of("value", link)));
            }
        } catch (org.mineban.kernel.ProblemException problem) {
            // A file that is damaged further on is told when its records are read, with the number of those before.
            if (columns.isEmpty() || !problem.problem().id().equals("source-damaged")) {
                throw problem;
            }
        }
        for (Map.Entry<String, Set<String>> kind : columns.entrySet()) {
            String table = kinds().getOrDefault(kind.getKey(), "");
            if (table.isEmpty()) {
                table = !entry.isEmpty()
                                && columns.size() == 1
                                && archive != null
                                && archive.ending(".kml").size() > 1
                        ? entry
                        : name.isBlank() ? FileProblems.name(file) : name.strip();
            }
            places.put(
                    new SourceTable(table, List.copyOf(kind.getValue()), format != Format.MAXML),
                    new Place(entry, kind.getKey()));
        }
        if (format == Format.MAXML) {
            findings.add(new ReadingFinding(Kind.STRUCTURE_PARTLY_KNOWN, Map.of()));
        }
    }

    @Override
    public List<SourceTable> tables() {
        return List.copyOf(places.keySet());
    }

    @Override
    public List<ReadingFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public RecordStream records(SourceTable table) {
        Place place = java.util.Objects.requireNonNull(places.get(table));
        return new Pass(place.entry(), place.kind());
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }

    private final class Pass extends PulledRecords {

        private final CountedStream counted;
        private final XmlPull xml;
        private final String wanted;
        private final List<String> folders = new ArrayList<>();
        private final List<Integer> folderDepths = new ArrayList<>();
        private final Set<String> links = new TreeSet<>();
        private String documentName = "";
        private String kind = "";

        Pass(String entry, String wanted) {
            super(file, limits);
            this.wanted = wanted;
            try {
                InputStream in = archive == null
                        ? Files.newInputStream(file)
                        : archive.read(archive.find(entry).orElseThrow());
                long size = archive == null
                        ? Files.size(file)
                        : archive.find(entry).orElseThrow().getSize();
                counted = new CountedStream(in, size);
                xml = new XmlPull(file, counted, limits.cellCharacters());
            } catch (IOException | XMLStreamException e) {
                throw FileProblems.notReadable(file);
            }
        }

        @Override
        @Nullable
        SourceRecord pull(long position) throws IOException {
            try {
                return find(position);
            } catch (XMLStreamException broken) {
                String message = String.valueOf(broken.getMessage());
                if (message.contains("entity")) {
                    throw FileProblems.of("source-xml-entity", Map.of("file", FileProblems.name(file)));
                }
                throw new IOException(broken);
            }
        }

        private @Nullable SourceRecord find(long position) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    if (!folderDepths.isEmpty() && folderDepths.getLast() > xml.depth()) {
                        folderDepths.removeLast();
                        folders.removeLast();
                    }
                    continue;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String element = xml.name();
                if (kinds().containsKey(element)) {
                    if (wanted.isEmpty() || wanted.equals(element)) {
                        kind = element;
                        return record(position);
                    }
                    xml.skip();
                } else if (element.equals("Folder") || element.equals("Document")) {
                    folders.add("");
                    folderDepths.add(xml.depth());
                } else if (element.equals("name")
                        && !folderDepths.isEmpty()
                        && xml.depth() == folderDepths.getLast() + 1) {
                    String name = xml.textOfElement().strip();
                    if (folders.size() == 1) {
                        documentName = name;
                    } else {
                        folders.set(folders.size() - 1, name);
                    }
                } else if (element.equals("NetworkLink")) {
                    link();
                }
            }
            return null;
        }

        private void link() throws XMLStreamException {
            int outer = xml.depth() - 1;
            while (xml.depth() > outer) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.name().equals("href")) {
                    links.add(xml.textOfElement().strip());
                }
            }
        }

        private SourceRecord record(long position) throws XMLStreamException {
            int line = xml.line();
            Map<String, String> cells = new LinkedHashMap<>();
            RawShape shape = new RawShape(limits.vertices());
            List<ReadingFinding> found = new ArrayList<>(0);
            boolean any;
            switch (format) {
                case GPX -> any = new GpxElement(xml, cells, shape).read();
                case MAXML -> {
                    new ReportElement(xml, cells, limits, file).read();
                    any = false;
                }
                default -> {
                    String folder = String.join(
                            "/",
                            folders.stream().filter(name -> !name.isEmpty()).toList());
                    if (!folder.isEmpty()) {
                        cells.put("folder", folder);
                    }
                    any = new PlacemarkElement(xml, cells, shape, found, limits).read();
                }
            }
            RawShape.Made made = any ? shape.make(Projection.WGS_84, "EPSG:4326") : RawShape.Made.NOTHING;
            DamagedText.look(List.copyOf(cells.keySet()), List.copyOf(cells.values()), found);
            return new SourceRecord(
                    position, line, Cells.of(cells), made.geometry(), made.original(), found, made.findings());
        }

        @Override
        public double done() {
            return counted.done();
        }

        @Override
        public void close() {
            xml.close();
            try {
                counted.close();
            } catch (IOException ignored) {
                // It was only read.
            }
        }
    }
}
