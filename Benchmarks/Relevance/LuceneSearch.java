import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * What Lucene's analyzer of a language finds: LuceneSearch LANGUAGE PASSAGES QUESTIONS.
 *
 * PASSAGES has lines of an id, a tab and a text; QUESTIONS a question a line. For each question a line of the ids of the ten best
 * passages, any of its words, BM25 with k1 1.2 and b 0.75, goes to standard output.
 */
final class LuceneSearch {
    public static void main(String[] arguments) throws IOException {
        Analyzer analyzer = arguments[0].equals("ar") ? new ArabicAnalyzer() : new EnglishAnalyzer();
        BM25Similarity similarity = new BM25Similarity(1.2f, 0.75f);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig configuration = new IndexWriterConfig(analyzer);
        configuration.setSimilarity(similarity);
        try (IndexWriter writer = new IndexWriter(directory, configuration);
                BufferedReader lines = Files.newBufferedReader(Path.of(arguments[1]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                Document document = new Document();
                document.add(new StoredField("id", line.substring(0, tab)));
                document.add(new TextField("text", line.substring(tab + 1), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (DirectoryReader reader = DirectoryReader.open(directory);
                BufferedReader lines = Files.newBufferedReader(Path.of(arguments[2]))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(similarity);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                StringBuilder ids = new StringBuilder();
                for (ScoreDoc hit : searcher.search(query(analyzer, line), 10).scoreDocs) {
                    if (ids.length() > 0) ids.append(' ');
                    ids.append(searcher.doc(hit.doc).get("id"));
                }
                out.println(ids);
            }
        }
        out.flush();
    }

    private static BooleanQuery query(Analyzer analyzer, String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }
}
