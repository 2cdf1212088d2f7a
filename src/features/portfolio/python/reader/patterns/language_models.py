"""Work with language models: which one, how it is asked, what it retrieves from, how far an agent may go."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..reading import Reading, argument, is_true, keyword_of, number, open_ended, string
from ..tree import Call, Scope
from .registry import on_call, on_last, on_scope, on_source

PROVIDERS = {
    "openai",
    "anthropic",
    "langchain",
    "langgraph",
    "llama_index",
    "groq",
    "ollama",
    "litellm",
    "mistralai",
    "cohere",
    "vllm",
    "together",
    "dspy",
    "instructor",
    "autogen",
    "crewai",
    "google",
    "vertexai",
    "huggingface_hub",
    "pydantic_ai",
    "agents",
}
_STORES = (
    "langchain:FAISS Chroma Pinecone PineconeVectorStore Qdrant QdrantVectorStore Weaviate Milvus PGVector Redis"
    " InMemoryVectorStore LanceDB DocArrayInMemorySearch",
    "chromadb:Client PersistentClient HttpClient EphemeralClient",
    "qdrant_client:QdrantClient",
    "pinecone:Pinecone Index",
    "llama_index:VectorStoreIndex",
    "pymilvus:MilvusClient",
    "lancedb:connect",
)
_SPLITTERS = (
    "langchain:RecursiveCharacterTextSplitter CharacterTextSplitter TokenTextSplitter MarkdownHeaderTextSplitter"
    " SemanticChunker NLTKTextSplitter",
    "llama_index:SentenceSplitter TokenTextSplitter SemanticSplitterNodeParser SimpleNodeParser",
)


def speaks_to_models(reading: Reading) -> bool:
    return bool(reading.roots & PROVIDERS) and not reading.is_test


@on_source
def models(reading: Reading) -> None:
    if not speaks_to_models(reading):
        return
    for call in reading.tree.calls:
        given = keyword_of(call, "model", "model_name", "model_id", "deployment_name")
        name = None if given is None else string(given.value)
        if given is None or not name or _is_embedding(call, name):
            continue
        root = call.key.partition(":")[0]
        if root in PROVIDERS or (
            call.last in ("create", "chat", "generate", "completion", "parse")
            and keyword_of(call, "messages", "input", "prompt")
        ):
            reading.note("language-model", given, model=name, call=call.last)


def _is_embedding(call: Call, name: str) -> bool:
    return "embed" in name.lower() or "Embedding" in call.last or "embed" in (ast.dump(call.node.func).lower())


@on_call(
    "langchain:OpenAIEmbeddings HuggingFaceEmbeddings HuggingFaceBgeEmbeddings OllamaEmbeddings"
    " GoogleGenerativeAIEmbeddings SentenceTransformerEmbeddings HuggingFaceInstructEmbeddings CohereEmbeddings",
    "sentence_transformers:SentenceTransformer",
    "llama_index:OpenAIEmbedding HuggingFaceEmbedding",
)
def embeddings(reading: Reading, call: Call) -> None:
    given = argument(call, "model_name") or argument(call, "model") or argument(call, "model_name_or_path", 0)
    name = None if given is None else string(given)
    if name is not None:
        reading.note("embedding-model", given, model=name)
    elif given is None and call.key.startswith(("langchain", "llama_index")) and not open_ended(call):
        reading.note("default-embedding-model", call.node, call=call.last)


@on_call(*_STORES)
def store(reading: Reading, call: Call) -> None:
    reading.note("vector-store", call.node, store=call.last)


@on_last("from_documents", "from_texts")
def filled_store(reading: Reading, call: Call) -> None:
    func: Any = call.node.func
    name = getattr(func.value, "id", None) if type(func) is ast.Attribute else None
    if name is not None and reading.roots & {"langchain", "llama_index"}:
        reading.note("vector-store", call.node, store=name)


@on_call("faiss:IndexFlatL2 IndexFlatIP IndexIVFFlat IndexHNSWFlat IndexIVFPQ")
def index(reading: Reading, call: Call) -> None:
    reading.note(
        "exact-index"
        if "Flat" in call.last and "IVF" not in call.last and "HNSW" not in call.last
        else "approximate-index",
        call.node,
        index=call.last,
    )


@on_call(*_SPLITTERS)
def splitter(reading: Reading, call: Call) -> None:
    size, overlap = keyword_of(call, "chunk_size"), keyword_of(call, "chunk_overlap")
    big = None if size is None else reading.number_text(size.value)
    both = None if overlap is None else reading.number_text(overlap.value)
    at = size if size is not None and big is not None else call.node
    reading.note("chunking", at, splitter=call.last, size=big, overlap=both)


@on_last("as_retriever")
def retriever(reading: Reading, call: Call) -> None:
    given = keyword_of(call, "search_kwargs")
    kind = keyword_of(call, "search_type")
    told = None if kind is None else string(kind.value)
    if given is not None and type(given.value) is ast.Dict:
        for key, value in zip(given.value.keys, given.value.values, strict=True):
            if string(key) == "k" and number(value) is not None:
                reading.note("retrieved", value, k=reading.text(value), kind=told)
    elif given is None and not open_ended(call) and reading.roots & {"langchain", "llama_index"}:
        top = keyword_of(call, "similarity_top_k")
        if top is None:
            reading.note("retrieved-by-default", call.node, code=reading.short(call.node, 60))


@on_last(
    "similarity_search",
    "similarity_search_with_score",
    "max_marginal_relevance_search",
    "similarity_search_with_relevance_scores",
)
def searched(reading: Reading, call: Call) -> None:
    count = argument(call, "k", 1)
    if count is None and not open_ended(call):
        reading.note("retrieved-by-default", call.node, code=reading.short(call.node, 60))
    elif number(count) is not None:
        reading.note("retrieved", count, k=reading.text(count), kind=call.last)


@on_call(
    "sentence_transformers:CrossEncoder",
    "langchain:CohereRerank FlashrankRerank CrossEncoderReranker",
    "llama_index:CohereRerank SentenceTransformerRerank",
    "FlagEmbedding:FlagReranker",
)
def reranker(reading: Reading, call: Call) -> None:
    first = argument(call, "model", 0) or argument(call, "model_name")
    reading.note("reranker", call.node, call=call.last, model=None if first is None else string(first))


@on_call("rank_bm25:BM25Okapi", "langchain:BM25Retriever EnsembleRetriever")
def lexical(reading: Reading, call: Call) -> None:
    weights = keyword_of(call, "weights")
    reading.note("hybrid-search", call.node, call=call.last, code=None if weights is None else reading.short(weights))


@on_last("from_chain_type", "load_qa_chain")
def chain(reading: Reading, call: Call) -> None:
    kind = keyword_of(call, "chain_type")
    if kind is not None and (name := string(kind.value)) is not None:
        reading.note("chain-type", kind, kind=name)


@on_call(
    "langchain:ConversationBufferMemory ConversationBufferWindowMemory ConversationSummaryMemory"
    " ConversationSummaryBufferMemory"
)
def memory(reading: Reading, call: Call) -> None:
    reading.note("conversation-memory", call.node, kind=call.last)


@on_call(
    "langchain:AgentExecutor initialize_agent create_react_agent create_tool_calling_agent create_agent"
    " create_openai_functions_agent",
    "langgraph:create_react_agent",
)
def agent(reading: Reading, call: Call) -> None:
    limit = keyword_of(call, "max_iterations", "max_execution_time", "recursion_limit")
    unlimited = (
        limit is None
        and not open_ended(call)
        and call.last in ("AgentExecutor", "initialize_agent")
        and "max_iterations" not in reading.lower_text
    )
    reading.note("agent-without-limit" if unlimited else "agent", call.node, call=call.last)


@on_scope("function")
def tool(reading: Reading, scope: Scope) -> None:
    if not speaks_to_models(reading):
        return
    for node in scope.node.decorator_list:
        text = reading.short(node, 60) or ""
        if re.match(r"(\w+\.)?(tool|function_tool|kernel_function)\b", text):
            reading.note("tool", scope.node, name=scope.name)


@on_call("json:loads")
def unchecked_json(reading: Reading, call: Call) -> None:
    if not speaks_to_models(reading) or not call.node.args:
        return
    text = reading.text(call.node.args[0]) or ""
    if re.search(r"\.content\b|choices\[|\.message\b|output_text|completion", text):
        forced = "response_format" in reading.lower_text or "json_mode" in reading.lower_text
        reading.note("model-json", call.node, code=reading.short(call.node, 70), forced="yes" if forced else None)


@on_last("with_structured_output")
def structured(reading: Reading, call: Call) -> None:
    schema = argument(call, "schema", 0)
    reading.note("structured-output", call.node, schema=None if schema is None else reading.short(schema))


@on_last("create", "invoke", "completion", "generate_content")
def asked_in_loop(reading: Reading, call: Call) -> None:
    if not speaks_to_models(reading) or type(call.loop) is not ast.For:
        return
    asks = call.last in ("completion", "generate_content") or keyword_of(call, "messages", "prompt")
    if asks or (call.last == "invoke" and "langchain" in reading.roots):
        over = reading.short(call.loop.iter, 40)
        reading.note("asked-one-by-one", call.node, call=reading.short(call.node.func, 50), over=over)


@on_call("ragas:evaluate", "langchain:load_evaluator", "deepeval:assert_test evaluate", "trulens_eval:Feedback")
def judged(reading: Reading, call: Call) -> None:
    reading.note("model-as-judge", call.node, name=f"{call.key.partition(':')[0]} {call.last}")


@on_scope("function")
def judge_function(reading: Reading, scope: Scope) -> None:
    if speaks_to_models(reading) and re.search(
        r"(^|_)(judge|llm_eval|llm_grade|grade_answer|grade_with)(_|$)", scope.name
    ):
        reading.note("model-as-judge", scope.node, name=f"{scope.name}()")


@on_call("peft:LoraConfig")
def adapters(reading: Reading, call: Call) -> None:
    rank, alpha = keyword_of(call, "r"), keyword_of(call, "lora_alpha")
    modules = keyword_of(call, "target_modules")
    ranked = None if rank is None else reading.number_text(rank.value)
    reading.note(
        "adapters",
        rank if rank is not None and ranked is not None else call.node,
        rank=ranked,
        alpha=None if alpha is None else reading.number_text(alpha.value),
        modules=None if modules is None else reading.short(modules.value, 60),
    )


@on_call("transformers:BitsAndBytesConfig", "torch:quantize_dynamic prepare_qat")
def quantised(reading: Reading, call: Call) -> None:
    bits = keyword_of(call, "load_in_4bit", "load_in_8bit")
    kind = keyword_of(call, "bnb_4bit_quant_type")
    reading.note(
        "quantised",
        bits or call.node,
        call=call.last,
        code=None if bits is None else reading.short(bits),
        kind=None if kind is None else string(kind.value),
    )


@on_last("from_pretrained")
def pretrained(reading: Reading, call: Call) -> None:
    if reading.is_test:
        return
    func: Any = call.node.func
    owner = (reading.short(func.value) or "").rpartition(".")[2] if type(func) is ast.Attribute else ""
    name = string(argument(call, "pretrained_model_name_or_path", 0))
    if "Tokenizer" in owner or "Processor" in owner or "Config" in owner or not name:
        return
    reading.note("pretrained-model", call.node, model=name, owner=owner)
    bits = keyword_of(call, "load_in_4bit", "load_in_8bit")
    if bits is not None and is_true(bits.value):
        reading.note("quantised", bits, call="from_pretrained", code=reading.short(bits))


@on_call("transformers:pipeline")
def pipeline(reading: Reading, call: Call) -> None:
    task = argument(call, "task", 0)
    named = argument(call, "model", 1)
    told = None if task is None else string(task)
    if reading.is_test or told is None or open_ended(call):
        return
    if named is None:
        reading.note("pipeline-default-model", call.node, task=told)
    elif (name := string(named)) is not None:
        reading.note("pretrained-model", named, model=name, owner="pipeline")


@on_call("trl:DPOTrainer PPOTrainer SFTTrainer GRPOTrainer RewardTrainer ORPOTrainer KTOTrainer")
def preference(reading: Reading, call: Call) -> None:
    beta = keyword_of(call, "beta")
    reading.note("fine-tuning", call.node, trainer=call.last, code=None if beta is None else reading.short(beta))


@on_source
def pad_is_end(reading: Reading) -> None:
    if "transformers" not in reading.roots:
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if (
                type(statement) is ast.Assign
                and type(statement.targets[0]) is ast.Attribute
                and type(statement.value) is ast.Attribute
                and statement.targets[0].attr == "pad_token"
                and statement.value.attr == "eos_token"
            ):
                reading.note("pad-is-end", statement, code=reading.short(statement, 60))
