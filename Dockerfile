# Written with care, not yet run: see docs/operate.md.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish src/Sen.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# ICU and time zones: Vietnamese collation and Asia/Ho_Chi_Minh; the client for backups of PostgreSQL.
RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev tzdata postgresql-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
ENV SEN_HOME=/var/lib/sen ASPNETCORE_URLS=http://0.0.0.0:8080
RUN mkdir -p /var/lib/sen && chown -R app /var/lib/sen
USER app
VOLUME /var/lib/sen
EXPOSE 8080
ENTRYPOINT ["./sen", "serve"]
